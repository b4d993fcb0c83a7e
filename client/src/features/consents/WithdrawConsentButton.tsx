import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ReasonDialog } from '~/ui/dialogs'
import type { Consent } from './types'

/** Withdrawing closes the gate of every pair of the person, so it is asked twice. */
export function WithdrawConsentButton({ consent }: { consent: Consent }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(today)
  const [opened, dialog] = useDisclosure()
  const withdraw = useWrite(
    'post',
    '/organizations/{organizationId}/consents/{consentId}/withdrawal',
  )
  if (!consent.allowed.includes('withdrawConsent')) return null
  const send = async (reason: string) => {
    const done = await withdraw.send({
      path: { organizationId, consentId: consent.id },
      body: { withdrawnOn: withdrawnOn ?? '', reason },
    })
    if (!done) return
    notifications.show({ message: t`Отзыв согласия записан` })
    dialog.close()
  }
  return (
    <>
      <Button size="xs" variant="subtle" color="red" w="fit-content" onClick={dialog.open}>
        <Trans>Записать отзыв</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Отзыв согласия`}
        reasonLabel={t`Основание отзыва`}
        confirm={t`Записать отзыв`}
        danger
        isPending={withdraw.isPending}
        problem={withdraw.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>Пары этого человека перестанут действовать, пока не будет нового согласия.</Trans>
        <DateField label={t`Дата отзыва`} required value={withdrawnOn} onChange={setWithdrawnOn} />
      </ReasonDialog>
    </>
  )
}
