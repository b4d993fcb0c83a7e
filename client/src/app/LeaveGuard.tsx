import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useBlocker } from '@tanstack/react-router'
import { hasUnsaved } from '~/platform/forms/unsaved'

/** Asks before a half-filled form is left, by a link, by the way back or by closing the tab. */
export function LeaveGuard() {
  const { t } = useLingui()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && hasUnsaved(),
    enableBeforeUnload: hasUnsaved,
    withResolver: true,
  })
  return (
    <Modal opened={status === 'blocked'} onClose={() => reset?.()} title={t`Уйти без сохранения?`}>
      <Stack>
        <Text size="sm">
          <Trans>Введённое на этой странице не сохранено и пропадёт.</Trans>
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => proceed?.()}>
            <Trans>Уйти</Trans>
          </Button>
          <Button onClick={() => reset?.()} data-autofocus>
            <Trans>Остаться</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
