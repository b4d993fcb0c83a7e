import { Box, Table, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useLabels } from '~/platform/labels/useLabels'
import { FigureCell } from '~/ui/FigureCell'
import type { Figures } from './FiguresTable'

/** How many of each target group take part. */
export function CoverageTable({ coverage }: { coverage: Figures['coverage'] }) {
  const { t } = useLingui()
  const label = useLabels()
  if (coverage.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Численность целевых групп ещё не внесена.</Trans>
      </Text>
    )
  }
  return (
    <Box role="region" aria-label={t`Охват по целевым группам`} tabIndex={0}>
      <Table verticalSpacing="xs" maw={480}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t`Целевая группа`}</Table.Th>
            <Table.Th scope="col" ta="right">
              {t`Участвуют`}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {coverage.map((group) => (
            <Table.Tr key={group.targetGroup}>
              <Table.Th scope="row" fw={400}>
                {label('targetGroup', group.targetGroup)}
              </Table.Th>
              <Table.Td ta="right">
                <FigureCell value={group.participants} of={group.total} hidden={group.hidden} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Box>
  )
}
