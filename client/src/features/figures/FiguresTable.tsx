import { Box, Table, Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import classes from './FiguresTable.module.css'
import { type Figures, useFigureColumns } from './useFigureColumns'

export interface FiguresRow {
  id: string
  name: string
  /** Where the row opens to, when it does. */
  link?: ReactNode
  figures: Figures
}

interface Props {
  label: string
  /** What a row is: a school or a municipality. */
  rowHeader: string
  rows: FiguresRow[]
  total: Figures
}

/** Figures side by side, with the sum above; names of people are never here. */
export function FiguresTable({ label, rowHeader, rows, total }: Props) {
  const columns = useFigureColumns()
  const cells = (figures: Figures) => columns.map(({ cell }) => cell(figures))
  return (
    <Box className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{rowHeader}</Table.Th>
            {columns.map(({ key, header }) => (
              <Table.Th key={key} scope="col" ta="right">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row
            name={
              <Text fw={700}>
                <Trans>Всего</Trans>
              </Text>
            }
            cells={cells(total)}
          />
          {rows.map((row) => (
            <Row key={row.id} name={row.link ?? row.name} cells={cells(row.figures)} />
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}

function Row({ name, cells }: { name: ReactNode; cells: ReactNode[] }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" className={classes.name}>
        {name}
      </Table.Th>
      {cells.map((cell, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a cell is known by its column
        <Table.Td key={index} ta="right" className={classes.figure}>
          {cell}
        </Table.Td>
      ))}
    </Table.Tr>
  )
}
