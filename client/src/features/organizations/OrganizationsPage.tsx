import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { useLabels } from '~/platform/labels/useLabels'
import { useMembership } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { SearchField } from '~/ui/SearchField'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'

type Organization = Item<'listOrganizations'>

/** The organizations of a municipality with their official contacts. */
export function OrganizationsPage() {
  const { t } = useLingui()
  const { tenantId: municipalityId } = useMembership()
  const label = useLabels()
  const [search] = useListSearch()
  const query = useReadPages('/municipalities/{municipalityId}/organizations', {
    path: { municipalityId },
    query: { q: search.q },
  })
  const columns: Column<Organization>[] = [
    { key: 'name', header: t`Организация`, cell: (organization) => organization.shortName },
    {
      key: 'kind',
      header: t`Вид`,
      cell: ({ kind, isSmallScale }) =>
        isSmallScale
          ? t`${label('organizationKind', kind)}, малокомплектная`
          : label('organizationKind', kind),
    },
    { key: 'locality', header: t`Населённый пункт`, cell: ({ locality }) => locality },
    {
      key: 'head',
      header: t`Руководитель`,
      cell: ({ headName, headTitle }) => [headName, headTitle].filter(Boolean).join(', '),
    },
  ]
  return (
    <>
      <PageHeader title={t`Организации`} />
      <Filters>
        <SearchField />
      </Filters>
      <DataList
        label={t`Организации`}
        query={query}
        columns={columns}
        rowKey={(organization) => organization.id}
        empty={
          <Empty title={t`Организаций не найдено`}>
            <Trans>Измените слова для поиска.</Trans>
          </Empty>
        }
      />
    </>
  )
}
