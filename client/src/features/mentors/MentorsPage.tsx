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

type Mentor = Item<'listMentors'>

/** The bank of mentors with those who are on their way into it. */
export function MentorsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const mayAdd = usePermission('mentors.add')
  const { options } = useReference()
  const states = useOptions('mentorState')
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/mentors', {
    path: { organizationId },
    query: { q: search.q, state: search.state as Mentor['state'], competence: search.competence },
  })
  const columns: Column<Mentor>[] = [
    {
      key: 'name',
      header: t`Наставник`,
      cell: (mentor) => (
        <TextLink
          to="/o/$organizationId/mentors/$mentorId"
          params={{ organizationId, mentorId: mentor.id }}
        >
          <PersonName person={mentor.person} />
        </TextLink>
      ),
    },
    { key: 'position', header: t`Должность`, cell: (mentor) => mentor.position },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (mentor) => <StateBadge of="mentorState" state={mentor.state} />,
    },
    {
      key: 'consent',
      header: t`Согласие`,
      cell: (mentor) => <StateBadge of="consentValidity" state={mentor.consent.state} />,
    },
    {
      key: 'places',
      header: t`Места`,
      cell: ({ places, capacity }) =>
        places.free > 0 ? t`${places.free} из ${capacity} свободно` : t`Мест нет`,
    },
  ]
  return (
    <>
      <PageHeader
        title={t`Наставники`}
        actions={
          mayAdd && (
            <ButtonLink to="/o/$organizationId/mentors/new" params={{ organizationId }}>
              <Trans>Добавить наставника</Trans>
            </ButtonLink>
          )
        }
      />
      <Filters>
        <SearchField />
        <FilterSelect name="state" label={t`Состояние`} options={states} />
        <FilterSelect name="competence" label={t`Компетенция`} options={options('competences')} />
      </Filters>
      <DataList
        label={t`Наставники`}
        query={query}
        columns={columns}
        rowKey={(mentor) => mentor.id}
        empty={
          <Empty title={t`Никого не найдено`}>
            <Trans>Измените отбор или добавьте первого наставника.</Trans>
          </Empty>
        }
      />
    </>
  )
}
