import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ConfirmDialog } from '~/ui/dialogs'

/** Gives a draft up; its pairs can be put into another order. */
export function CancelOrderButton({ order }: { order: Answer<'getOrder'> }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const cancel = useWrite('post', '/organizations/{organizationId}/orders/{orderId}/cancellation')
  if (!order.allowed.includes('cancelOrder')) return null
  const send = async () => {
    const done = await cancel.send({
      path: { organizationId, orderId: order.id },
      version: order.version,
    })
    if (!done) return
    notifications.show({ message: t`Проект приказа снят` })
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        <Trans>Снять проект</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Снятие проекта приказа`}
        confirm={t`Снять проект`}
        danger
        isPending={cancel.isPending}
        problem={cancel.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        {t`Снятый проект нельзя изменить и подписать. Его пары можно включить в другой приказ.`}
      </ConfirmDialog>
    </>
  )
}
