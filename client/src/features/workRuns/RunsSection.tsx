import { Code, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'
import { useOptions } from '~/platform/labels/useOptions'
import { useMembership } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { Filters, FilterSelect } from '~/ui/Filters'
import { Section } from '~/ui/Section'
import { StateBadge } from '~/ui/StateBadge'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'
import { useMoments } from './useMoments'
import { REFRESH } from './useWorkState'

type Run = Item<'listWorkRuns'>

/** Recorded runs: those that failed, and those of the whole region. */
export function RunsSection() {
  const { t } = useLingui()
  const label = useLabels()
  const { duration, moment } = useMoments()
  const { tenantId: regionId } = useMembership()
  const [{ kind, outcome }] = useListSearch()
  const query = useReadPages(
    '/regions/{regionId}/work-runs',
    { path: { regionId }, query: { kind, outcome: outcome as Run['outcome'] } },
    REFRESH,
  )
  const columns: Column<Run>[] = [
    { key: 'startedAt', header: t`Начато`, cell: ({ startedAt }) => moment(startedAt) },
    { key: 'kind', header: t`Вид работы`, cell: (run) => label('workKind', run.kind) },
    { key: 'tenant', header: t`Где`, cell: ({ tenantName }) => tenantName },
    {
      key: 'outcome',
      header: t`Итог`,
      cell: (run) => (
        <Stack gap={4} align="flex-start">
          <StateBadge of="workOutcome" state={run.outcome} />
          {run.reason && <Code>{run.reason}</Code>}
        </Stack>
      ),
    },
    { key: 'attempt', header: t`Попытка`, cell: ({ attempt }) => String(attempt) },
    { key: 'duration', header: t`Длилось`, cell: ({ durationMs }) => duration(durationMs) },
    { key: 'node', header: t`Процесс`, cell: ({ node }) => <Code>{node}</Code> },
  ]
  return (
    <Section title={t`Запуски`}>
      <Text c="dimmed" size="sm" mb="sm">
        <Trans>
          Неудачи и работа целого региона за 30 дней. Остальное посчитано выше, по видам.
        </Trans>
      </Text>
      <Filters>
        <FilterSelect name="kind" label={t`Вид работы`} options={useOptions('workKind')} />
        <FilterSelect name="outcome" label={t`Итог`} options={useOptions('workOutcome')} />
      </Filters>
      <DataList
        label={t`Запуски`}
        query={query}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty title={t`Запусков не найдено`}>
            <Trans>Неудач нет, или фильтр ничего не оставил.</Trans>
          </Empty>
        }
      />
    </Section>
  )
}
