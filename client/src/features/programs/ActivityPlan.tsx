import { Box, Group, List, Stack, Text, Title } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { formatDate } from '~/platform/calendar/dates'
import { useLabels } from '~/platform/labels/useLabels'
import { Section } from '~/ui/Section'
import { CompleteActivityButton } from './CompleteActivityButton'
import type { Program } from './types'

type Activity = Program['activities'][number]

/** The plan by directions, with what came of each activity. */
export function ActivityPlan({ program }: { program: Program }) {
  const { t } = useLingui()
  const { name } = useReference()
  const directions = [...new Set(program.activities.map(({ direction }) => direction))]
  return (
    <Section title={t`План мероприятий`}>
      {directions.length === 0 && (
        <Text c="dimmed">
          <Trans>Мероприятий пока нет.</Trans>
        </Text>
      )}
      {directions.map((direction) => (
        <Box key={direction} mb="md">
          <Title order={3} size="h5" mb="xs">
            {name('activityDirections', direction)}
          </Title>
          <List listStyleType="none" spacing="sm">
            {program.activities
              .filter((activity) => activity.direction === direction)
              .map((activity) => (
                <List.Item key={activity.id}>
                  <ActivityLine program={program} activity={activity} />
                </List.Item>
              ))}
          </List>
        </Box>
      ))}
    </Section>
  )
}

function ActivityLine({ program, activity }: { program: Program; activity: Activity }) {
  const label = useLabels()
  const plannedOn = formatDate(activity.plannedOn)
  const completedOn = formatDate(activity.completedOn)
  return (
    <Stack gap={2}>
      <Group gap="xs">
        <Text fw={600}>{activity.title}</Text>
        <Text size="sm" c="dimmed">
          {[
            plannedOn,
            label('deliveryMode', activity.mode),
            label('activityResponsible', activity.responsible),
          ].join(', ')}
        </Text>
      </Group>
      {activity.expectedResult && (
        <Text size="sm">
          <Trans>Ожидаемый результат: {activity.expectedResult}</Trans>
        </Text>
      )}
      {activity.completedOn && (
        <Text size="sm">
          <Trans>Выполнено {completedOn}.</Trans>{' '}
          {[activity.result, activity.comment].filter(Boolean).join(' ')}
        </Text>
      )}
      <CompleteActivityButton program={program} activity={activity} />
    </Stack>
  )
}
