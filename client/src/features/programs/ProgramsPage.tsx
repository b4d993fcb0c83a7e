import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { FilterSelect, Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { SearchField } from '~/ui/SearchField'
import { StateBadge } from '~/ui/StateBadge'
import { TextLink } from '~/ui/links'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'

type Program = Item<'listPrograms'>

/** Personalized programs that the person may see. */
export function ProgramsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const states = useOptions('programState')
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/programs', {
    path: { organizationId },
    query: { q: search.q, state: search.state as Program['state'] },
  })
  const columns: Column<Program>[] = [
    {
      key: 'pair',
      header: t`Наставник — наставляемый`,
      cell: (program) => (
        <TextLink
          to="/o/$organizationId/programs/$programId"
          params={{ organizationId, programId: program.id }}
        >
          {program.mentorName} — {program.menteeName}
        </TextLink>
      ),
    },
    {
      key: 'state',
      header: t`Состояние`,
      cell: (program) => <StateBadge of="programState" state={program.state} />,
    },
    {
      key: 'term',
      header: t`Срок`,
      cell: (program) => `${formatDate(program.startsOn)} – ${formatDate(program.endsOn)}`,
    },
    {
      key: 'progress',
      header: t`Выполнено`,
      cell: ({ done, planned }) => t`${done} из ${planned}`,
    },
    { key: 'overdue', header: t`Просрочено`, cell: ({ overdue }) => overdue || '—' },
  ]
  return (
    <>
      <PageHeader title={t`Программы`} />
      <Filters>
        <SearchField />
        <FilterSelect name="state" label={t`Состояние`} options={states} />
      </Filters>
      <DataList
        label={t`Программы`}
        query={query}
        columns={columns}
        rowKey={(program) => program.id}
        empty={
          <Empty title={t`Программ не найдено`}>
            <Trans>Программу составляют на странице действующей пары.</Trans>
          </Empty>
        }
      />
    </>
  )
}
