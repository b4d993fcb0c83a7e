import { Badge, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useLabels } from '~/platform/labels/useLabels'
import { type Column, DataList } from '~/ui/DataList'
import { Section } from '~/ui/Section'
import { Empty } from '~/ui/states'
import { KindActions } from './KindActions'
import { useMoments } from './useMoments'
import type { WorkKind, WorkStateQuery } from './useWorkState'

/** Every kind of work with its state and what may be done to it. */
export function KindsSection({ state }: { state: WorkStateQuery }) {
  const { t } = useLingui()
  const label = useLabels()
  const { duration, moment } = useMoments()
  const columns: Column<WorkKind>[] = [
    {
      key: 'kind',
      header: t`Вид работы`,
      cell: ({ kind, pausedAt }) => (
        <Stack gap={4} align="flex-start">
          <Text fw={600}>{label('workKind', kind)}</Text>
          {pausedAt && (
            <Badge color="orange" variant="light" tt="none">
              <Trans>Приостановлено: {moment(pausedAt)}</Trans>
            </Badge>
          )}
        </Stack>
      ),
    },
    { key: 'last', header: t`Последний раз`, cell: ({ lastRunAt }) => moment(lastRunAt) },
    {
      key: 'day',
      header: t`За сутки`,
      cell: ({ runs, failures }) =>
        failures > 0 ? t`${runs}, из них с ошибкой ${failures}` : String(runs),
    },
    {
      key: 'duration',
      header: t`Длится в среднем и дольше всего`,
      cell: ({ averageMs, longestMs }) =>
        averageMs === null ? '—' : `${duration(averageMs)} / ${duration(longestMs)}`,
    },
    {
      key: 'due',
      header: t`Ждёт`,
      cell: ({ due, lagSeconds }) => {
        if (due === 0) return '0'
        const lag = duration((lagSeconds ?? 0) * 1000)
        return t`${due}, дольше всего ${lag}`
      },
    },
    {
      key: 'failed',
      header: t`Не удаётся и отложено`,
      cell: ({ failing, parked }) => `${failing} / ${parked}`,
    },
    { key: 'actions', header: t`Действия`, cell: (kind) => <KindActions kind={kind} /> },
  ]
  return (
    <Section title={t`Виды работы`}>
      <DataList
        label={t`Виды работы`}
        query={{
          ...state,
          data: state.data && {
            pages: [{ items: state.data.kinds, total: state.data.kinds.length }],
          },
          hasNextPage: false,
          isFetchingNextPage: false,
          fetchNextPage: () => undefined,
        }}
        columns={columns}
        rowKey={({ kind }) => kind}
        empty={<Empty title={t`Видов работы нет`} />}
      />
    </Section>
  )
}
