import { Accordion, List, Stack, Text, Title } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useReference } from '~/features/reference'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { Fact, Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { Loaded } from '~/ui/states'
import { RATIONALE } from './rationale'
import type { Program } from './types'

type Edition = Answer<'listProgramEditions'>['items'][number]

/** What was in force before a change, word for word. */
export function ProgramEditions({ program }: { program: Program }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, setOpened] = useState<string | null>(null)
  const hasEarlier = program.changes.some((change) => change.state === 'inForce')
  const query = useRead(
    '/organizations/{organizationId}/programs/{programId}/editions',
    { path: { organizationId, programId: program.id } },
    { enabled: hasEarlier },
  )
  if (!hasEarlier) return null
  return (
    <Section title={t`Прежние редакции`}>
      <Loaded query={query}>
        {({ items }) => (
          <Accordion variant="contained" value={opened} onChange={setOpened}>
            {items.slice(1).map((edition, index) => (
              <Accordion.Item key={edition.edition} value={String(edition.edition)}>
                <Accordion.Control>
                  {t`Редакция ${edition.edition}, действовала с ${formatDate(edition.sealedOn)} по ${formatDate(items[index]!.sealedOn)}`}
                </Accordion.Control>
                <Accordion.Panel>
                  {opened === String(edition.edition) && <EditionText edition={edition} />}
                </Accordion.Panel>
              </Accordion.Item>
            ))}
          </Accordion>
        )}
      </Loaded>
    </Section>
  )
}

function EditionText({ edition }: { edition: Edition }) {
  const { t } = useLingui()
  const label = useLabels()
  const { name } = useReference()
  return (
    <Stack gap="sm">
      <Facts>
        <Fact label={t`Срок`}>
          {formatDate(edition.startsOn)} – {formatDate(edition.endsOn)}
        </Fact>
        <Fact label={t`Формы`}>
          {edition.formCodes.map((code) => name('forms', code)).join(', ')}
        </Fact>
        <Fact label={t`Виды`}>
          {edition.kindCodes.map((code) => name('kinds', code)).join(', ')}
        </Fact>
        <Fact label={t`Режим`}>{label('deliveryMode', edition.deliveryMode)}</Fact>
      </Facts>
      {RATIONALE.filter((part) => edition.rationale[part.name]).map((part) => (
        <div key={part.name}>
          <Title order={4} size="h6">
            {t(part.label)}
          </Title>
          <Text style={{ whiteSpace: 'pre-line' }}>{edition.rationale[part.name]}</Text>
        </div>
      ))}
      <List aria-label={t`План мероприятий`}>
        {edition.activities.map((activity, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- a sealed plan is never reordered
          <List.Item key={index}>
            {[
              activity.title,
              formatDate(activity.plannedOn),
              label('deliveryMode', activity.mode),
              label('activityResponsible', activity.responsible),
            ].join(', ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  )
}
