import { Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { FilterSelect, Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { PersonName } from '~/ui/PersonName'
import { SearchField } from '~/ui/SearchField'
import { StateBadge } from '~/ui/StateBadge'
import { ButtonLink, TextLink } from '~/ui/links'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'

type Mentee = Item<'listMentees'>

/** The base of mentees with those who are on their way into it. */
export function MenteesPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const mayAdd = usePermission('mentees.add')
  const { name, options } = useReference()
  const states = useOptions('menteeState')
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/mentees', {
    path: { organizationId },
    query: { q: search.q, state: search.state as Mentee['state'], category: search.category },
  })
  const columns: Column<Mentee>[] = [
    {
      key: 'name',
      header: t`Наставляемый`,
      cell: (mentee) => (
        <TextLink
          to="/o/$organizationId/mentees/$menteeId"
          params={{ organizationId, menteeId: mentee.id }}
        >
          <PersonName person={mentee.person} />
        </TextLink>
      ),
    },
    {
      key: 'category',
      header: t`Категория`,
      cell: (mentee) =>
        [name('menteeCategories', mentee.categoryCode), mentee.schoolClass ?? mentee.position]
          .filter(Boolean)
          .join(', '),
    },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (mentee) => <StateBadge of="menteeState" state={mentee.state} />,
    },
    {
      key: 'consent',
      header: t`Согласие`,
      cell: (mentee) => <StateBadge of="consentValidity" state={mentee.consent.state} />,
    },
    {
      key: 'requests',
      header: t`Запросы`,
      cell: (mentee) =>
        mentee.requests.map((request) => name('requestTopics', request.topicCode)).join('; '),
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Наставляемые`}
        actions={
          mayAdd && (
            <ButtonLink to="/o/$organizationId/mentees/new" params={{ organizationId }}>
              <Trans>Добавить наставляемого</Trans>
            </ButtonLink>
          )
        }
      />
      <Filters>
        <SearchField />
        <FilterSelect name="state" label={t`Состояние`} options={states} />
        <FilterSelect name="category" label={t`Категория`} options={options('menteeCategories')} />
      </Filters>
      <DataList
        label={t`Наставляемые`}
        query={query}
        columns={columns}
        rowKey={(mentee) => mentee.id}
        empty={
          <Empty title={t`Никого не найдено`}>
            <Trans>Измените отбор или добавьте первого наставляемого.</Trans>
          </Empty>
        }
      />
    </>
  )
}
