import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { FilterSelect, Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { SearchField } from '~/ui/SearchField'
import { StateBadge } from '~/ui/StateBadge'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'
import type { Consent } from './types'
import { WithdrawConsentButton } from './WithdrawConsentButton'

/** Every consent of the organization, by state. */
export function ConsentsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const states = useOptions('consentState')
  const label = useLabels()
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/consents', {
    path: { organizationId },
    query: { q: search.q, state: search.state as Consent['state'] },
  })
  const columns: Column<Consent>[] = [
    { key: 'person', header: t`Чьё`, cell: (consent) => consent.personName },
    { key: 'scope', header: t`На что`, cell: (consent) => label('consentScope', consent.scope) },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (consent) => <StateBadge of="consentState" state={consent.state} />,
    },
    { key: 'given', header: t`Дано`, cell: (consent) => formatDate(consent.givenOn) },
    { key: 'until', header: t`Действует до`, cell: (consent) => formatDate(consent.validUntil) },
    {
      key: 'actions',
      header: t`Действия`,
      cell: (consent) => <WithdrawConsentButton consent={consent} />,
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Согласия`}
        description={t`На обработку персональных данных. Новое согласие записывают в карточке человека.`}
      />
      <Filters>
        <SearchField />
        <FilterSelect name="state" label={t`Состояние`} options={states} />
      </Filters>
      <DataList
        label={t`Согласия`}
        query={query}
        columns={columns}
        rowKey={(consent) => consent.id}
        empty={
          <Empty title={t`Согласий не найдено`}>
            <Trans>Измените отбор или запишите согласие в карточке человека.</Trans>
          </Empty>
        }
      />
    </>
  )
}
