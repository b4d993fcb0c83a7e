import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { FilterSelect, Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink, TextLink } from '~/ui/links'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'

type Order = Item<'listOrders'>

/** Orders of the organization: drafts, signed ones and how many have read them. */
export function OrdersPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const mayDraft = usePermission('orders.draft')
  const states = useOptions('orderState')
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/orders', {
    path: { organizationId },
    query: { state: search.state as Order['state'], sort: '-draftedOn' },
  })
  const columns: Column<Order>[] = [
    {
      key: 'heading',
      header: t`Приказ`,
      cell: (order) => (
        <TextLink
          to="/o/$organizationId/orders/$orderId"
          params={{ organizationId, orderId: order.id }}
        >
          {order.heading}
        </TextLink>
      ),
    },
    { key: 'number', header: t`Номер`, cell: (order) => order.number ?? '—' },
    { key: 'signedOn', header: t`Подписан`, cell: (order) => formatDate(order.signedOn) },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (order) => <StateBadge of="orderState" state={order.state} />,
    },
    {
      key: 'acknowledged',
      header: t`Ознакомлены`,
      cell: ({ acknowledgedCount, acknowledgmentCount, signedOn }) =>
        signedOn ? t`${acknowledgedCount} из ${acknowledgmentCount}` : '—',
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Приказы`}
        actions={
          mayDraft && (
            <ButtonLink to="/o/$organizationId/orders/new" params={{ organizationId }}>
              <Trans>Составить приказ</Trans>
            </ButtonLink>
          )
        }
      />
      <Filters>
        <FilterSelect name="state" label={t`Состояние`} options={states} />
      </Filters>
      <DataList
        label={t`Приказы`}
        query={query}
        columns={columns}
        rowKey={(order) => order.id}
        empty={
          <Empty title={t`Приказов нет`}>
            <Trans>Приказ о закреплении составляют, когда обе стороны пары согласились.</Trans>
          </Empty>
        }
      />
    </>
  )
}
