import { Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Section } from '~/ui/Section'
import { FigureCell } from '~/ui/FigureCell'
import { CoverageTable } from './CoverageTable'
import { FiguresHeader } from './FiguresHeader'
import { type FiguresRow, FiguresTable } from './FiguresTable'
import type { Figures } from './useFigureColumns'

interface Props {
  title: string
  schoolYear: string
  computedAt?: string | null | undefined
  totals: Figures
  rowHeader: string
  rows: FiguresRow[]
}

/** A dashboard of a municipality or region: tables that can be read aloud and printed. */
export function DashboardView({ title, schoolYear, computedAt, totals, rowHeader, rows }: Props) {
  const { t } = useLingui()
  return (
    <>
      <FiguresHeader title={title} schoolYear={schoolYear} computedAt={computedAt} />
      <Section title={t`Организации с участниками`}>
        <Text>
          <FigureCell value={totals.organizationsWithParticipants} of={totals.organizations} />
        </Text>
      </Section>
      <Section title={t`Показатели`}>
        <FiguresTable
          label={t`Таблица показателей`}
          rowHeader={rowHeader}
          rows={rows}
          total={totals}
        />
        <Text size="sm" c="dimmed" mt="sm">
          <Trans>
            ••• — число от 1 до 4 или такое, по которому можно было бы узнать подобное: в разбивке
            они скрыты.
          </Trans>
        </Text>
      </Section>
      <Section title={t`Охват по целевым группам`}>
        <CoverageTable rowHeader={rowHeader} rows={rows} total={totals} />
      </Section>
    </>
  )
}
