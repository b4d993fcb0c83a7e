import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, usePermission, useToday } from '~/platform/session/SessionContext'
import { AllowedButton } from '~/ui/AllowedButton'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'
import type { Program } from './types'

interface Values {
  approvedOn: string | null
  number: string
  date: string | null
}

/** Approves the version that all members agreed on. */
export function ApproveProgramButton({ program }: { program: Program }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const mayApprove = usePermission('programs.approve')
  const [opened, dialog] = useDisclosure()
  const approve = useWrite('post', '/organizations/{organizationId}/programs/{programId}/approval')
  const form = useForm<Values>({ initialValues: { approvedOn: today, number: '', date: null } })
  useFieldProblems(form, approve.problem)
  if (!mayApprove || !['draft', 'agreed'].includes(program.state)) return null
  const send = async () => {
    const done = await approve.send({
      path: { organizationId, programId: program.id },
      version: program.version,
      body: {
        approvedOn: form.values.approvedOn ?? '',
        document: form.values.number.trim()
          ? { number: form.values.number.trim(), date: form.values.date ?? '' }
          : null,
      },
    })
    if (!done) return
    notifications.show({ message: t`Программа утверждена` })
    dialog.close()
  }
  return (
    <>
      <AllowedButton
        allowed={program.allowed.includes('approveProgram')}
        why={t`Утвердить можно, когда эту версию согласовали все участники и прошли встречи до утверждения.`}
        onClick={dialog.open}
      >
        <Trans>Утвердить</Trans>
      </AllowedButton>
      <ConfirmDialog
        opened={opened}
        title={t`Утверждение программы`}
        confirm={t`Утвердить`}
        isPending={approve.isPending}
        problem={approve.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Stack>
          <DateField label={t`Дата утверждения`} required {...form.getInputProps('approvedOn')} />
          <TextInput
            label={t`Номер протокола или приказа`}
            description={t`Если программу утверждают документом`}
            maxLength={50}
            {...form.getInputProps('number')}
          />
          <DateField label={t`Дата документа`} {...form.getInputProps('date')} />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
