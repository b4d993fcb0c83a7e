import { Alert, Button, Code, CopyButton, Group, Modal, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Answer } from '~/platform/api/types'
import classes from './NewApiKeyDialog.module.css'

interface Props {
  created: Answer<'createApiKey'>
  onClose: () => void
}

/** The key itself, seen once: it is closed by a button, never by a slip of the hand. */
export function NewApiKeyDialog({ created: { name, secret, exampleAddress }, onClose }: Props) {
  const { t } = useLingui()
  const address = `${window.location.origin}${exampleAddress}`
  return (
    <Modal
      opened
      onClose={onClose}
      title={t`Ключ «${name}» создан`}
      size="xl"
      closeOnClickOutside={false}
    >
      <Stack>
        {secret ? (
          <>
            <Alert color="orange" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              <Trans>
                Скопируйте ключ сейчас: больше его никто не увидит. Передавайте и храните его как
                пароль.
              </Trans>
            </Alert>
            <Copied label={t`Ключ`} action={t`Скопировать ключ`} text={secret} />
            <Copied
              label={t`Проверка: выполните эту команду`}
              action={t`Скопировать команду`}
              text={`curl -sS -H 'Authorization: Bearer ${secret}' '${address}'`}
            />
          </>
        ) : (
          <Text>
            <Trans>Ключ уже был показан. Если он не сохранён, отзовите его и создайте новый.</Trans>
          </Text>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{secret ? <Trans>Ключ сохранён</Trans> : t`Закрыть`}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

function Copied({ label, action, text }: { label: string; action: string; text: string }) {
  return (
    <Stack gap={4}>
      <Text fw={600}>{label}</Text>
      <Code block tabIndex={0} role="group" aria-label={label} className={classes.text}>
        {text}
      </Code>
      <Group>
        <CopyButton value={text} timeout={2000}>
          {({ copied, copy }) => (
            <Button variant="default" size="xs" onClick={copy}>
              {copied ? <Trans>Скопировано</Trans> : action}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Stack>
  )
}
