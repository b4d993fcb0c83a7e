import { List, type ListProps } from '@mantine/core'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import type { Program } from './types'

type Planned = Pick<Program['activities'][number], 'title' | 'plannedOn' | 'mode' | 'responsible'>

interface Props extends Omit<ListProps, 'children'> {
  activities: Planned[]
}

/** A plan as it was written down, one line for each activity. */
export function PlannedActivities({ activities, ...list }: Props) {
  const label = useLabels()
  return (
    <List {...list}>
      {activities.map((activity, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- what was written down is never reordered
        <List.Item key={index}>
          {[
            activity.title,
            formatDate(activity.plannedOn),
            label('deliveryMode', activity.mode),
            label('activityResponsible', activity.responsible),
          ].join(', ')}
        </List.Item>
      ))}
    </List>
  )
}
