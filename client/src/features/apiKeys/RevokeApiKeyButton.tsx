import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { ConfirmDialog } from '~/ui/dialogs'
import { useKeyPaths } from './useKeyPaths'

/** Ends a key at once. */
export function RevokeApiKeyButton({ apiKey }: { apiKey: Item<'listApiKeys'> }) {
  const { t } = useLingui()
  const { revocation, tenant } = useKeyPaths()
  const [opened, dialog] = useDisclosure()
  const revoke = useWrite('post', revocation)
  if (!apiKey.allowed.includes('revokeApiKey')) return null
  const send = async () => {
    const done = await revoke.send({ path: { ...tenant, keyId: apiKey.id } })
    if (!done) return
    notifications.show({ message: t`Ключ отозван` })
    dialog.close()
  }
  const { name } = apiKey
  return (
    <>
      <Button variant="default" size="xs" aria-label={t`Отозвать: ${name}`} onClick={dialog.open}>
        <Trans>Отозвать</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Отозвать ключ «${name}»?`}
        confirm={t`Отозвать ключ`}
        danger
        isPending={revoke.isPending}
        problem={revoke.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Trans>
          Система, которая им пользуется, сразу потеряет доступ. Вернуть отозванный ключ нельзя.
        </Trans>
      </ConfirmDialog>
    </>
  )
}
