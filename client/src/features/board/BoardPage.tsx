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
import { TargetLink } from './TargetLink'

type Board = Answer<'getBoard'>
type BoardItem = Board['items'][number]

const ORDER: BoardItem['severity'][] = ['overdue', 'soon', 'toDo', 'info']

/** What needs attention now, the most urgent first. */
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
      <Loaded query={query}>{(board) => <Items board={board} />}</Loaded>
    </>
  )
}

function Items({ board }: { board: Board }) {
  const { t } = useLingui()
  if (board.items.length === 0) {
    return (
      <Empty title={t`Всё в порядке`}>
        <Trans>Сейчас нет дел, которые требуют внимания.</Trans>
      </Empty>
    )
  }
  const items = ORDER.flatMap((severity) =>
    board.items.filter((item) => item.severity === severity),
  )
  return items.map((item) => <ItemCard key={item.kind} item={item} />)
}

function ItemCard({ item }: { item: BoardItem }) {
  const label = useLabels()
  const more = item.count - item.entries.length
  return (
    <Section
      title={label('boardItem', item.kind)}
      actions={
        <Group gap="xs">
          <Badge variant="default">{item.count}</Badge>
          <StateBadge of="severity" state={item.severity} />
        </Group>
      }
    >
      <List spacing="xs" listStyleType="none">
        {item.entries.map((entry) => (
          <List.Item key={`${entry.target} ${entry.id}`}>
            <Stack gap={0}>
              <TargetLink target={entry.target} id={entry.id}>
                {entry.title}
              </TargetLink>
              {(entry.detail || entry.date) && (
                <Text size="sm" c="dimmed">
                  {[entry.detail, entry.date && formatDate(entry.date)].filter(Boolean).join(', ')}
                </Text>
              )}
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
