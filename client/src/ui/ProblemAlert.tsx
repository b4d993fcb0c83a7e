import { Alert, Button, Code, Group, List, Stack, Text } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useLabels } from '~/platform/labels/useLabels'
import type { Problem } from '~/platform/problems/Problem'
import { useProblemTexts } from '~/platform/problems/useProblemTexts'

interface Props {
  problem: Problem | null
  /** Tries the same again. */
  onRetry?: (() => void) | undefined
  /** A form over a stale version: its author chooses to save over the newer one. */
  onSaveOver?: (() => void) | undefined
  /** Pointers that a form shows at its own fields and that are not repeated here. */
  shownAtFields?: ((pointer: string) => boolean) | undefined
}

/** Says what went wrong, in words, where it happened. */
export function ProblemAlert({ problem, onRetry, onSaveOver, shownAtFields }: Props) {
  const texts = useProblemTexts()
  const cache = useQueryClient()
  if (!problem) return null
  const rest = problem.errors.filter(
    (error) => error.code !== problem.code && !shownAtFields?.(error.pointer),
  )
  return (
    <Alert
      role="alert"
      color={problem.isConfirmable ? 'yellow' : 'red'}
      variant="light"
      icon={<IconAlertTriangle aria-hidden />}
    >
      <Stack gap="xs" align="flex-start">
        <Text>{texts.of(problem)}</Text>
        {rest.length > 0 && (
          <List size="sm">
            {rest.map((error) => (
              <List.Item key={`${error.pointer} ${error.code}`}>{texts.ofField(error)}</List.Item>
            ))}
          </List>
        )}
        <MissingThings missing={problem.params.missing} />
        {problem.traceId && (problem.status >= 500 || problem.code === 'request.malformed') && (
          <Text size="sm">
            <Trans>
              Код обращения: <Code>{problem.traceId}</Code>
            </Trans>
          </Text>
        )}
        <Group gap="sm">
          {problem.confirm && (
            // Sends the form around it, as it is filled now.
            <Button type="submit" size="xs" variant="default" onClick={problem.confirm}>
              <Trans>Всё верно, продолжить</Trans>
            </Button>
          )}
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              <Trans>Повторить</Trans>
            </Button>
          )}
          {problem.status === 412 && onSaveOver && (
            <Button size="xs" variant="default" onClick={onSaveOver}>
              <Trans>Оставить мой вариант</Trans>
            </Button>
          )}
          {problem.status === 412 && !onSaveOver && (
            <Button size="xs" variant="default" onClick={() => void cache.invalidateQueries()}>
              <Trans>Показать новую версию</Trans>
            </Button>
          )}
        </Group>
      </Stack>
    </Alert>
  )
}

/** What is missing, in words, when the refusal names it. */
function MissingThings({ missing }: { missing: unknown }) {
  const label = useLabels()
  if (!Array.isArray(missing) || missing.length === 0) return null
  return (
    <List size="sm">
      {missing.map((code) => {
        const name = String(code)
        const gate = label('gateCode', name)
        return <List.Item key={name}>{gate === name ? label('programPart', name) : gate}</List.Item>
      })}
    </List>
  )
}
