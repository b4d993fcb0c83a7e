import { Alert, Button, Stack, Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import type { Problem } from '~/platform/problems/Problem'

interface Props {
  problem: Problem | null
  onUse: (personId: string) => void
}

/** The person is recorded already, in another part: the record is used, not doubled. */
export function KnownPersonNotice({ problem, onUse }: Props) {
  const personId = problem?.code === 'person.already_known' ? problem.params.personId : undefined
  if (typeof personId !== 'string') return null
  return (
    <Alert color="blue" variant="light">
      <Stack align="flex-start" gap="xs">
        <Text>
          <Trans>Если это тот же человек, его имя и контакты возьмём из имеющейся карточки.</Trans>
        </Text>
        <Button size="xs" variant="default" onClick={() => onUse(personId)}>
          <Trans>Это тот же человек</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}
