import { Badge, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { Section } from '~/ui/Section'
import { Loaded } from '~/ui/states'
import { useMoments } from './useMoments'
import { REFRESH } from './useWorkState'

type Finding = Answer<'getDriftCheck'>['findings'][number]

/** The last nightly check of the figures, and what it has found and mended. */
export function DriftSection() {
  const { t } = useLingui()
  const label = useLabels()
  const { moment } = useMoments()
  const { tenantId: regionId } = useMembership()
  const query = useRead('/regions/{regionId}/figures/drift-check', { path: { regionId } }, REFRESH)
  const columns: Column<Finding>[] = [
    { key: 'tenant', header: t`Где`, cell: ({ tenantName }) => tenantName },
    { key: 'night', header: t`Ночь`, cell: ({ night }) => formatDate(night) },
    {
      key: 'figures',
      header: t`Какие показатели`,
      cell: ({ figures }) => figures.map((figure) => label('figure', figure)).join(', '),
    },
  ]
  return (
    <Section title={t`Ночная проверка показателей`}>
      <Loaded query={query}>
        {({ night, startedAt, finishedAt, tenants, checked, findings }) => (
          <Stack gap="sm">
            {night ? (
              <Text>
                <Trans>
                  Ночь {formatDate(night)}: проверено {checked} из {tenants}.
                </Trans>{' '}
                {finishedAt
                  ? t`Начало: ${moment(startedAt)}, окончание: ${moment(finishedAt)}.`
                  : t`Проверка идёт.`}
              </Text>
            ) : (
              <Text>
                <Trans>Проверки ещё не было: она проходит каждую ночь, после двух часов.</Trans>
              </Text>
            )}
            {findings.length === 0 ? (
              <Badge color="green" variant="light" tt="none">
                <Trans>Расхождений нет</Trans>
              </Badge>
            ) : (
              <>
                <Text>
                  <Trans>
                    Записанные показатели отличались от пересчитанных. Они уже исправлены; сообщите
                    тому, кто обслуживает систему.
                  </Trans>
                </Text>
                <DataList
                  label={t`Расхождения`}
                  query={{
                    ...query,
                    data: { pages: [{ items: findings, total: findings.length }] },
                    hasNextPage: false,
                    isFetchingNextPage: false,
                    fetchNextPage: () => undefined,
                  }}
                  columns={columns}
                  rowKey={({ tenantId, night: of }) => `${tenantId} ${of}`}
                  empty={null}
                />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </Section>
  )
}
