import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ReasonDialog } from '~/ui/dialogs'

/** Takes back a signed order: it stays on record with the day and the reason. */
export function RevokeOrderButton({ order }: { order: Answer<'getOrder'> }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [opened, dialog] = useDisclosure()
  const [revokedOn, setRevokedOn] = useState<string | null>(today)
  const revoke = useWrite('post', '/organizations/{organizationId}/orders/{orderId}/revocation')
  if (!order.allowed.includes('revokeOrder')) return null
  const send = async (reason: string) => {
    const done = await revoke.send({
      path: { organizationId, orderId: order.id },
      version: order.version,
      body: { revokedOn: revokedOn ?? '', reason },
    })
    if (!done) return
    notifications.show({ message: t`Отмена приказа записана` })
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        <Trans>Отменить приказ</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Отмена приказа`}
        reasonLabel={t`Почему приказ отменён`}
        maxLength={500}
        confirm={t`Отменить приказ`}
        danger
        isPending={revoke.isPending}
        problem={revoke.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>
          Подписанный текст сохранится, приказ будет отмечен как отменённый. Его пары с этого дня
          останутся без приказа.
        </Trans>
        <DateField label={t`Дата отмены`} required value={revokedOn} onChange={setRevokedOn} />
      </ReasonDialog>
    </>
  )
}
