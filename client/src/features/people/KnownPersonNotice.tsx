import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import type { Problem } from '~/platform/problems/Problem'

interface Props {
  problem: Problem | null
  /** Which person of the form the notice stands at, as a pointer into the request. */
  at: string
  /** Absent where a record is edited: two records do not become one. */
  onUse?: (personId: string) => void
  /** The reader says why it is somebody else. */
  onDistinguish: (reason: string) => void
}

/**
 * A person of this name and birth date is recorded already: the record is used, not doubled, or the
 * reader says why this is another.
 */
export function KnownPersonNotice({ problem, at, onUse, onDistinguish }: Props) {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  const personId = problem?.code === 'person.already_known' ? problem.params.personId : undefined
  if (typeof personId !== 'string' || problem?.errors[0]?.pointer !== at) return null
  return (
    <Alert color="blue" variant="light" role="alert">
      <Stack align="flex-start" gap="xs">
        <Text>
          <Trans>Человек с таким именем и датой рождения здесь уже записан.</Trans>
        </Text>
        {onUse && (
          <>
            <Text size="sm">
              <Trans>
                Если это тот же человек, его имя и контакты возьмём из имеющейся карточки.
              </Trans>
            </Text>
            <Button size="xs" variant="default" onClick={() => onUse(personId)}>
              <Trans>Это тот же человек</Trans>
            </Button>
          </>
        )}
        <TextInput
          w="100%"
          label={t`Если другой, чем они различаются`}
          placeholder={t`Например: полная тёзка из 7Б`}
          maxLength={300}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          onClick={() => onDistinguish(reason.trim())}
        >
          <Trans>Это другой человек</Trans>
        </Button>
      </Stack>
    </Alert>
  )
}
