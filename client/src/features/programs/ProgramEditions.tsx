import { Accordion, Stack } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { Facts } from '~/ui/Facts'
import { Section } from '~/ui/Section'
import { Loaded } from '~/ui/states'
import { PlannedActivities } from './PlannedActivities'
import { ProgramFacts } from './ProgramFacts'
import { RationaleText } from './RationaleText'
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
          <Accordion variant="contained" order={3} value={opened} onChange={setOpened}>
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
  return (
    <Stack gap="sm">
      <Facts>
        <ProgramFacts program={edition} />
      </Facts>
      <RationaleText rationale={edition.rationale} order={4} />
      <PlannedActivities aria-label={t`План мероприятий`} activities={edition.activities} />
    </Stack>
  )
}
