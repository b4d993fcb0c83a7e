import { Switch, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'
import { useOptions } from '~/platform/labels/useOptions'
import { useMembership, useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { FilterSelect, Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { SearchField } from '~/ui/SearchField'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink, TextLink } from '~/ui/links'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'

type Pair = Item<'listPairs'>

/** Pairs that the person may see: all for a curator, one's own for a mentor or mentee. */
export function PairsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const { personId } = useMembership()
  const mayPropose = usePermission('pairs.propose')
  const seesAll = usePermission('pairs.viewAll')
  const states = useOptions('pairState')
  const label = useLabels()
  const [search, change] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/pairs', {
    path: { organizationId },
    query: {
      q: search.q,
      state: search.state as Pair['state'],
      mine: search.mine === 'true' || undefined,
    },
  })
  const columns: Column<Pair>[] = [
    {
      key: 'members',
      header: t`Наставник — наставляемый`,
      cell: (pair) => (
        <TextLink
          to="/o/$organizationId/pairs/$pairId"
          params={{ organizationId, pairId: pair.id }}
        >
          {pair.mentor.name} — {pair.mentee.name}
        </TextLink>
      ),
    },
    { key: 'form', header: t`Форма`, cell: (pair) => pair.form.name },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (pair) => <StateBadge of="pairState" state={pair.state} />,
    },
    {
      key: 'gate',
      header: t`Чего не хватает`,
      cell: (pair) =>
        pair.gateOpen || pair.state === 'closed' || pair.state === 'declined'
          ? '—'
          : pair.missing.map((code) => (
              <Text key={code} size="sm">
                {label('gateCode', code)}
              </Text>
            )),
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Пары`}
        actions={
          mayPropose && (
            <ButtonLink to="/o/$organizationId/pairs/new" params={{ organizationId }}>
              <Trans>Предложить пару</Trans>
            </ButtonLink>
          )
        }
      />
      <Filters>
        <SearchField />
        <FilterSelect name="state" label={t`Состояние`} options={states} />
        {personId && seesAll && (
          <Switch
            label={t`Только мои`}
            checked={search.mine === 'true'}
            onChange={(event) => change({ mine: event.currentTarget.checked ? 'true' : undefined })}
          />
        )}
      </Filters>
      <DataList
        label={t`Пары`}
        query={query}
        columns={columns}
        rowKey={(pair) => pair.id}
        empty={
          <Empty title={t`Пар не найдено`}>
            <Trans>Пару предлагает куратор, когда наставник и наставляемый приняты в банк.</Trans>
          </Empty>
        }
      />
    </>
  )
}
