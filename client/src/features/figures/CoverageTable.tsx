import { Box, Table, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { useLabels } from '~/platform/labels/useLabels'
import { FigureCell } from '~/ui/FigureCell'
import type { FiguresRow } from './FiguresTable'
import classes from './FiguresTable.module.css'
import type { Figures } from './useFigureColumns'

interface Props {
  /** What a row is: a school or a municipality. */
  rowHeader: string
  rows: FiguresRow[]
  total: Figures
}

/** How many of each target group take part: in all, and row by row. */
export function CoverageTable({ rowHeader, rows, total }: Props) {
  const { t } = useLingui()
  const label = useLabels()
  if (total.coverage.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Численность целевых групп ещё не внесена.</Trans>
      </Text>
    )
  }
  const line = (name: ReactNode, figures: Figures) => (
    <>
      <Table.Th scope="row" className={classes.name}>
        {name}
      </Table.Th>
      {total.coverage.map(({ targetGroup }) => {
        const group = figures.coverage.find((known) => known.targetGroup === targetGroup)
        return (
          <Table.Td key={targetGroup} ta="right" className={classes.figure}>
            {group ? (
              <FigureCell
                value={group.participants}
                of={group.total}
                percent={group.percent}
                hidden={group.hidden}
              />
            ) : (
              '—'
            )}
          </Table.Td>
        )
      })}
    </>
  )
  return (
    <Box className={classes.scroll} role="region" aria-label={t`Таблица охвата`} tabIndex={0}>
      <Table verticalSpacing="xs" className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{rowHeader}</Table.Th>
            {total.coverage.map(({ targetGroup, targetPercent }) => (
              <Table.Th key={targetGroup} scope="col" ta="right">
                {label('targetGroup', targetGroup)}
                <Text c="dimmed" size="sm">
                  {t`цель ${targetPercent} %`}
                </Text>
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          <Table.Tr>{line(<Text fw={700}>{t`Всего`}</Text>, total)}</Table.Tr>
          {rows.map((row) => (
            <Table.Tr key={row.id}>{line(row.name, row.figures)}</Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
