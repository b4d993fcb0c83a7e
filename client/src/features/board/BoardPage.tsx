import { Badge, Group, List, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { PrintButton } from '~/ui/PrintLayout'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { Empty, Loaded } from '~/ui/states'
import { EntryDetails } from './EntryDetails'
import { TargetLink } from './TargetLink'

type BoardItem = Answer<'getBoard'>['items'][number]

/** What needs attention now; the server puts the most urgent first. */
export function BoardPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const query = useRead('/organizations/{organizationId}/board', { path: { organizationId } })
  return (
    <>
      <PageHeader
        title={t`Сегодня`}
        description={query.data && formatDate(query.data.today)}
        actions={<PrintButton />}
      />
      <Loaded query={query} page>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t`Всё в порядке`}>
              <Trans>Сейчас нет дел, которые требуют внимания.</Trans>
            </Empty>
          ) : (
            items.map((item) => <ItemCard key={item.kind} item={item} />)
          )
        }
      </Loaded>
    </>
  )
}

function ItemCard({ item }: { item: BoardItem }) {
  const { t } = useLingui()
  const label = useLabels()
  const more = item.count - item.entries.length
  return (
    <Section
      title={label('boardKind', item.kind)}
      badges={
        <Group gap="xs">
          <Badge variant="default" aria-label={t`Всего: ${item.count}`}>
            {item.count}
          </Badge>
          <StateBadge of="boardSeverity" state={item.severity} />
        </Group>
      }
    >
      <List spacing="xs" listStyleType="none">
        {item.entries.map((entry) => (
          <List.Item key={entry.id}>
            <Stack gap={0}>
              <TargetLink target={entry.target}>{entry.title}</TargetLink>
              <EntryDetails kind={item.kind} entry={entry} />
            </Stack>
          </List.Item>
        ))}
      </List>
      {more > 0 && (
        <Text size="sm" c="dimmed" mt="xs">
          <Trans>и ещё {more}</Trans>
        </Text>
      )}
    </Section>
  )
}
