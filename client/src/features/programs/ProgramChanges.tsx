import { Button, List, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Section } from '~/ui/Section'
import { AmendedPlan } from './AmendedPlan'
import type { Program } from './types'

/** Proposals to change a running program, and what became of them. */
export function ProgramChanges({ program }: { program: Program }) {
  const { t } = useLingui()
  if (program.changes.length === 0) return null
  return (
    <Section title={t`Изменения программы`}>
      <List listStyleType="none" spacing="sm">
        {program.changes.map((change) => (
          <List.Item key={change.id}>
            <Change program={program} change={change} />
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

function Change({ program, change }: { program: Program; change: Program['changes'][number] }) {
  const { t } = useLingui()
  const label = useLabels()
  const organizationId = useOrganizationId()
  const accept = useWrite(
    'post',
    '/organizations/{organizationId}/programs/{programId}/changes/{changeId}/acceptance',
  )
  const proposedOn = formatDate(change.proposedOn)
  const before = formatDate(change.endsOnBefore)
  const after = formatDate(change.endsOnAfter)
  const send = async () => {
    const done = await accept.send({
      path: { organizationId, programId: program.id, changeId: change.id },
      version: program.version,
      body: {},
    })
    if (done) notifications.show({ message: t`Изменение принято вами` })
  }
  return (
    <Stack gap={2} align="flex-start">
      <Text fw={600}>
        {label('programChangeKind', change.kind)}, {label('programChangeState', change.state)}
      </Text>
      <Text size="sm">
        {proposedOn}, {label('programParty', change.proposedBy)}. {change.reason}
      </Text>
      {change.endsOnAfter && (
        <Text size="sm">
          <Trans>
            Окончание: {before} → {after}
          </Trans>
        </Text>
      )}
      {change.amendment && <AmendedPlan amendment={change.amendment} />}
      {change.state === 'proposed' && program.allowed.includes('acceptProgramChange') && (
        <Button size="xs" loading={accept.isPending} onClick={() => void send()}>
          <Trans>Принять изменение</Trans>
        </Button>
      )}
      <ProblemAlert problem={accept.problem} />
    </Stack>
  )
}
