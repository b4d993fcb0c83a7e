import { Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { AllowedButton } from '~/ui/AllowedButton'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'

interface Props {
  order: Answer<'getOrder'>
  onSigned: (signed: Answer<'signOrder'>) => void
}

interface Values {
  number: string
  signedOn: string | null
}

/** Records that the paper was signed by hand: number, date, and the text is sealed. */
export function SignOrderButton({ order, onSigned }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [opened, dialog] = useDisclosure()
  const sign = useWrite('post', '/organizations/{organizationId}/orders/{orderId}/signature')
  const form = useForm<Values>({ initialValues: { number: '', signedOn: today } })
  useFieldProblems(form, sign.problem)
  if (order.state !== 'draft') return null
  const send = async () => {
    const done = await sign.send({
      path: { organizationId, orderId: order.id },
      version: order.version,
      body: { number: orNull(form.values.number), signedOn: form.values.signedOn ?? '' },
    })
    if (!done) return
    notifications.show({ message: t`Приказ подписан` })
    onSigned(done.data)
    dialog.close()
  }
  return (
    <>
      <AllowedButton
        allowed={order.allowed.includes('signOrder')}
        why={t`Приказ подписывает руководитель организации.`}
        onClick={dialog.open}
      >
        <Trans>Подписать</Trans>
      </AllowedButton>
      <ConfirmDialog
        opened={opened}
        title={t`Подписание приказа`}
        confirm={t`Приказ подписан`}
        isPending={sign.isPending}
        problem={sign.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Stack>
          <Text>
            <Trans>
              Бумагу подписывают от руки. После записи текст нельзя изменить, пары с полным набором
              документов начнут работать.
            </Trans>
          </Text>
          <TextInput
            label={t`Номер`}
            description={t`Оставьте пустым, чтобы взять следующий номер этого года`}
            maxLength={50}
            {...form.getInputProps('number')}
          />
          <DateField label={t`Дата подписания`} required {...form.getInputProps('signedOn')} />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
