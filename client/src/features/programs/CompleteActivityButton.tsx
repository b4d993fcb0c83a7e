import { Button, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { orNull } from '~/platform/forms/text'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'
import type { Program } from './types'

interface Props {
  program: Program
  activity: Program['activities'][number]
}

interface Values {
  completedOn: string | null
  result: string
  comment: string
}

/** Records that an activity of the plan was done and what came of it. */
export function CompleteActivityButton({ program, activity }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [opened, dialog] = useDisclosure()
  const complete = useWrite(
    'post',
    '/organizations/{organizationId}/programs/{programId}/activities/{activityId}/completion',
  )
  const form = useForm<Values>({ initialValues: { completedOn: today, result: '', comment: '' } })
  useFieldProblems(form, complete.problem)
  if (activity.completedOn || !activity.allowed.includes('completeActivity')) return null
  const send = async () => {
    const { completedOn, result, comment } = form.values
    const done = await complete.send({
      path: { organizationId, programId: program.id, activityId: activity.id },
      body: { completedOn: completedOn ?? '', result: orNull(result), comment: orNull(comment) },
    })
    if (!done) return
    notifications.show({ message: t`Выполнение записано` })
    dialog.close()
  }
  return (
    <>
      <Button
        size="xs"
        variant="default"
        w="fit-content"
        className="no-print"
        onClick={dialog.open}
      >
        <Trans>Отметить выполнение</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={activity.title}
        confirm={t`Записать`}
        isPending={complete.isPending}
        problem={complete.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Stack>
          <DateField label={t`Когда выполнено`} required {...form.getInputProps('completedOn')} />
          <Textarea
            label={t`Результат`}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('result')}
          />
          <Textarea
            label={t`Комментарий`}
            autosize
            minRows={2}
            maxLength={2000}
            {...form.getInputProps('comment')}
          />
        </Stack>
      </ConfirmDialog>
    </>
  )
}
