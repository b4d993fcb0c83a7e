import { Group } from '@mantine/core'
import type { Item } from '~/platform/api/types'
import { CorrectMeetingButton } from './CorrectMeetingButton'
import { StrikeOutMeetingButton } from './StrikeOutMeetingButton'

/** What can be done with an entry of a meeting, beside it. */
export function MeetingActions({ meeting }: { meeting: Item<'listMeetings'> }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <CorrectMeetingButton meeting={meeting} />
      <StrikeOutMeetingButton meeting={meeting} />
    </Group>
  )
}
