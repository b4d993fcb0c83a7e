import { Trans, useLingui } from '@lingui/react/macro'
import { useReadPages } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { type Column, DataList } from '~/ui/DataList'
import { Filters } from '~/ui/Filters'
import { PageHeader } from '~/ui/PageHeader'
import { SearchField } from '~/ui/SearchField'
import { ButtonLink, TextLink } from '~/ui/links'
import { Empty } from '~/ui/states'
import { useListSearch } from '~/ui/useListSearch'
import { MeetingActions } from './MeetingActions'

type Meeting = Item<'listMeetings'>

/** Meetings that the person may see, the latest first. */
export function MeetingsPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const label = useLabels()
  const mayLog = usePermission('meetings.log')
  const [search] = useListSearch()
  const query = useReadPages('/organizations/{organizationId}/meetings', {
    path: { organizationId },
    query: { q: search.q, sort: '-heldOn' },
  })
  const columns: Column<Meeting>[] = [
    {
      key: 'pair',
      header: t`Пара`,
      cell: (meeting) => (
        <TextLink
          to="/o/$organizationId/pairs/$pairId"
          params={{ organizationId, pairId: meeting.pairId }}
        >
          {meeting.mentorName} — {meeting.menteeName}
        </TextLink>
      ),
    },
    { key: 'heldOn', header: t`Когда`, cell: (meeting) => formatDate(meeting.heldOn) },
    { key: 'type', header: t`Встреча`, cell: (meeting) => label('meetingType', meeting.type) },
    { key: 'minutes', header: t`Минут`, cell: (meeting) => meeting.minutes },
    { key: 'mode', header: t`Как`, cell: (meeting) => label('meetingMode', meeting.mode) },
    { key: 'outcome', header: t`Что получилось`, cell: (meeting) => meeting.outcome },
    { key: 'next', header: t`Следующая`, cell: (meeting) => formatDate(meeting.nextOn) },
  ]
  const loaded = query.data?.pages.flatMap(({ items }) => items) ?? []
  // A column of buttons that nobody may press would only take room.
  if (loaded.some(({ allowed }) => allowed.length > 0))
    columns.push({
      key: 'correct',
      header: t`Правка`,
      cell: (meeting) => <MeetingActions meeting={meeting} />,
    })
  return (
    <>
      <PageHeader
        title={t`Встречи`}
        actions={
          mayLog && (
            <ButtonLink to="/o/$organizationId/meetings/new" params={{ organizationId }}>
              <Trans>Записать встречу</Trans>
            </ButtonLink>
          )
        }
      />
      <Filters>
        <SearchField />
      </Filters>
      <DataList
        label={t`Встречи`}
        query={query}
        columns={columns}
        rowKey={(meeting) => meeting.id}
        empty={
          <Empty title={t`Встреч ещё нет`}>
            <Trans>Встречи действующей пары записывают наставник, наставляемый или куратор.</Trans>
          </Empty>
        }
      />
    </>
  )
}
