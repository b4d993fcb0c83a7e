import { Button, Group, List, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership, usePermission } from '~/platform/session/SessionContext'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { Section } from '~/ui/Section'
import { SignedPaperButton } from './SignedPaperButton'
import type { Program } from './types'

/** Who has agreed on this very edition of the program, and a button for the one who reads. */
export function Agreements({ program }: { program: Program }) {
  const { t } = useLingui()
  const label = useLabels()
  const { tenantId: organizationId, personId } = useMembership()
  const curates = usePermission('programs.curate')
  const agree = useWrite('post', '/organizations/{organizationId}/programs/{programId}/agreement')
  const mayAgree = program.allowed.includes('agreeToProgram')
  // A curator may also only have papers of others left to put down.
  const isAwaited =
    !curates ||
    program.agreements.some(
      (agreement) =>
        !agreement.agreedOn && (agreement.party === 'curator' || agreement.personId === personId),
    )
  const send = async () => {
    const done = await agree.send({
      path: { organizationId, programId: program.id },
      version: program.version,
      body: {},
    })
    if (done) notifications.show({ message: t`Программа согласована вами` })
  }
  return (
    <Section
      title={t`Согласование`}
      actions={
        mayAgree &&
        isAwaited && (
          <Button size="xs" loading={agree.isPending} onClick={() => void send()}>
            <Trans>Согласовать</Trans>
          </Button>
        )
      }
    >
      <ProblemAlert problem={agree.problem} />
      <List listStyleType="none" spacing="xs">
        {program.agreements.map((agreement) => {
          const date = formatDate(agreement.agreedOn)
          return (
            <List.Item key={`${agreement.party} ${agreement.personId}`}>
              <Group gap="xs">
                <Text>
                  {[agreement.name, label('programParty', agreement.party)]
                    .filter(Boolean)
                    .join(', ')}
                </Text>
                <Text c="dimmed" size="sm">
                  {!agreement.agreedOn && t`ещё не согласовано`}
                  {agreement.agreedOn && !agreement.onPaper && t`согласовано ${date}`}
                  {agreement.agreedOn && agreement.onPaper && t`согласовано ${date} на бумаге`}
                </Text>
                {mayAgree && curates && !agreement.agreedOn && agreement.personId && (
                  <SignedPaperButton program={program} personId={agreement.personId} />
                )}
              </Group>
            </List.Item>
          )
        })}
      </List>
    </Section>
  )
}
