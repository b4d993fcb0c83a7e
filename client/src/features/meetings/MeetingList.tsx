import { Group, List, Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'

type Meeting = Pick<
  Item<'listMeetings'>,
  'id' | 'type' | 'heldOn' | 'minutes' | 'outcome' | 'nextOn'
> &
  Partial<Pick<Item<'listMeetings'>, 'mode'>>

interface Props<T extends Meeting> {
  meetings: T[]
  /** What can be done with an entry, shown beside it. */
  actions?: (meeting: T) => ReactNode
}

/** Meetings of one pair, as they were logged. */
export function MeetingList<T extends Meeting>({ meetings, actions }: Props<T>) {
  const label = useLabels()
  if (meetings.length === 0) {
    return (
      <Text c="dimmed">
        <Trans>Встреч ещё не было.</Trans>
      </Text>
    )
  }
  return (
    <List listStyleType="none" spacing="sm">
      {meetings.map((meeting) => (
        <List.Item key={meeting.id}>
          <Group gap="xs">
            <Text fw={600}>{formatDate(meeting.heldOn)}</Text>
            <Text>{label('meetingType', meeting.type)}</Text>
            <Text size="sm" c="dimmed">
              <Trans>{meeting.minutes} мин</Trans>
              {meeting.mode && `, ${label('meetingMode', meeting.mode)}`}
            </Text>
            {actions?.(meeting)}
          </Group>
          <Text size="sm">{meeting.outcome}</Text>
          {meeting.nextOn && (
            <Text size="sm" c="dimmed">
              <Trans>Следующая: {formatDate(meeting.nextOn)}</Trans>
            </Text>
          )}
        </List.Item>
      ))}
    </List>
  )
}
