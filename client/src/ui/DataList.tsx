import { Box, Button, Card, Center, Stack, Table, Text } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Page } from '~/platform/api/api'
import type { Problem } from '~/platform/problems/Problem'
import classes from './DataList.module.css'
import { Loaded } from './states'

export interface Column<T> {
  key: string
  header: string
  cell: (item: T) => ReactNode
  align?: 'right'
}

interface Pages<T> {
  data: { pages: Page<T>[] } | undefined
  error: Problem | null
  isPending: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => unknown
}

interface Props<T> {
  /** What the list holds, for screen readers. */
  label: string
  query: Pages<T>
  /** The first column names the record and links to it. */
  columns: Column<T>[]
  rowKey: (item: T) => string
  empty: ReactNode
}

/** A list from the server: a table on a desktop, cards on a phone, more on request. */
export function DataList<T>({ label, query, columns, rowKey, empty }: Props<T>) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const items = pages.flatMap((page) => page.items)
        const total = pages[0]?.total ?? items.length
        if (items.length === 0) return empty
        return (
          <Stack>
            <Text c="dimmed" size="sm" role="status">
              <Plural
                value={total}
                one="# запись"
                few="# записи"
                many="# записей"
                other="# записи"
              />
            </Text>
            {narrow ? (
              <Cards label={label} items={items} columns={columns} rowKey={rowKey} />
            ) : (
              <Rows label={label} items={items} columns={columns} rowKey={rowKey} />
            )}
            {query.hasNextPage && (
              <Center>
                <Button
                  variant="default"
                  loading={query.isFetchingNextPage}
                  onClick={() => void query.fetchNextPage()}
                >
                  <Trans>Показать ещё</Trans>
                </Button>
              </Center>
            )}
          </Stack>
        )
      }}
    </Loaded>
  )
}

type View<T> = Pick<Props<T>, 'label' | 'columns' | 'rowKey'> & { items: T[] }

function Rows<T>({ label, items, columns, rowKey }: View<T>) {
  return (
    <Box className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="sm" highlightOnHover>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column.key} ta={column.align}>
                {column.header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Table.Tr key={rowKey(item)}>
              {columns.map((column) => (
                <Table.Td key={column.key} ta={column.align}>
                  {column.cell(item)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

function Cards<T>({ label, items, columns, rowKey }: View<T>) {
  const [first, ...rest] = columns
  return (
    <Stack component="ul" aria-label={label} className={classes.cards} gap="sm">
      {items.map((item) => (
        <Card component="li" key={rowKey(item)} withBorder padding="sm">
          <Box fw={600} mb={6}>
            {first?.cell(item)}
          </Box>
          <dl className={classes.facts}>
            {rest.map((column) => (
              <div key={column.key} className={classes.fact}>
                <dt>{column.header}</dt>
                <dd>{column.cell(item)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      ))}
    </Stack>
  )
}
