import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ReasonDialog } from '~/ui/dialogs'
import type { Member, Pair } from './types'

/** Takes back the consent to the duties; the pair stops working from that day. */
export function WithdrawAgreementButton({ pair, member }: { pair: Pair; member: Member }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [withdrawnOn, setWithdrawnOn] = useState<string | null>(today)
  const [opened, dialog] = useDisclosure()
  const withdraw = useWrite(
    'post',
    '/organizations/{organizationId}/pairs/{pairId}/consent-withdrawal',
  )
  if (!member.allowed.includes('withdrawDutyConsent')) return null
  const send = async (reason: string) => {
    const done = await withdraw.send({
      path: { organizationId, pairId: pair.id },
      body: { personId: member.personId, withdrawnOn: withdrawnOn ?? '', reason },
    })
    if (!done) return
    notifications.show({ message: t`Отзыв согласия записан` })
    dialog.close()
  }
  return (
    <>
      <Button size="xs" variant="subtle" color="red" onClick={dialog.open}>
        <Trans>Отозвать согласие</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Отзыв согласия на участие в паре`}
        reasonLabel={t`Причина`}
        confirm={t`Отозвать согласие`}
        danger
        isPending={withdraw.isPending}
        problem={withdraw.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>С этого дня пара не может работать.</Trans>
        <DateField label={t`Дата отзыва`} required value={withdrawnOn} onChange={setWithdrawnOn} />
      </ReasonDialog>
    </>
  )
}
