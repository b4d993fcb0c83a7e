import { Box, Table, Text } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Answer } from '~/platform/api/types'
import { FigureCell } from '~/ui/FigureCell'
import classes from './FiguresTable.module.css'

export type Figures = Answer<'getMunicipalDashboard'>['totals']

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
  const { t } = useLingui()
  const cells = (figures: Figures) => [
    <FigureCell key="participants" value={figures.participants} />,
    <FigureCell key="mentors" value={figures.mentors} />,
    <FigureCell key="mentees" value={figures.mentees} />,
    <FigureCell key="active" value={figures.activePairs} />,
    <FigureCell key="waiting" value={figures.waitingPairs} />,
    <FigureCell
      key="consents"
      value={figures.consents.n}
      of={figures.consents.of}
      percent={figures.consents.percent}
    />,
    <FigureCell
      key="activities"
      value={figures.activities.dueDone}
      of={figures.activities.due}
      percent={figures.activities.percent}
    />,
  ]
  const headers = [
    t`Участники`,
    t`Наставники`,
    t`Наставляемые`,
    t`Действующие пары`,
    t`Ждут документов`,
    t`Согласия`,
    t`Мероприятия в срок`,
  ]
  return (
    <Box className={classes.scroll} role="region" aria-label={label} tabIndex={0}>
      <Table verticalSpacing="xs" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{rowHeader}</Table.Th>
            {headers.map((header) => (
              <Table.Th key={header} scope="col" ta="right">
                {header}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Row name={<Text fw={700}>{t`Всего`}</Text>} cells={cells(total)} />
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
