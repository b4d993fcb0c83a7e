import { Button, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'
import type { Member, Pair } from './types'

interface Values {
  number: string
  signedOn: string | null
  validUntil: string | null
}

/** Records the addendum to an employee's contract by its number and date. */
export function AddendumButton({ pair, member }: { pair: Pair; member: Member }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [opened, dialog] = useDisclosure()
  const record = useWrite('post', '/organizations/{organizationId}/pairs/{pairId}/addenda')
  const form = useForm<Values>({
    initialValues: { number: '', signedOn: today, validUntil: null },
  })
  useFieldProblems(form, record.problem)
  if (!member.allowed.includes('recordAddendum')) return null
  const send = async () => {
    const { number, signedOn, validUntil } = form.values
    const done = await record.send({
      path: { organizationId, pairId: pair.id },
      body: {
        personId: member.personId,
        number: number.trim(),
        signedOn: signedOn ?? '',
        validUntil,
      },
    })
    if (!done) return
    notifications.show({ message: t`Соглашение записано` })
    dialog.close()
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        <Trans>Записать соглашение</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Дополнительное соглашение`}
        confirm={t`Записать`}
        isPending={record.isPending}
        problem={record.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Stack>
          <TextInput
            label={t`Номер`}
            required
            maxLength={50}
            data-autofocus
            {...form.getInputProps('number')}
          />
          <DateField label={t`Дата подписания`} required {...form.getInputProps('signedOn')} />
          <DateField label={t`Действует до`} clearable {...form.getInputProps('validUntil')} />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
