import { Button, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { lastLogin } from './lastLogin'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'

export function ChangePasswordPage() {
  const { t } = useLingui()
  const change = useWrite('post', '/accounts/password')
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { currentPassword: '', newPassword: '', again: '' },
    validate: {
      currentPassword: (value) => (value ? null : t`Введите нынешний пароль`),
      newPassword: (value) => (value ? null : t`Придумайте пароль`),
      again: (value, values) => (value === values.newPassword ? null : t`Пароли не совпадают`),
    },
  })
  useFieldProblems(form, change.problem)
  const submit = form.onSubmit(async ({ currentPassword, newPassword }) => {
    if (!(await change.send({ body: { currentPassword, newPassword } }))) return
    form.reset()
    notifications.show({ message: t`Пароль изменён` })
  })
  return (
    <>
      <PageHeader title={t`Смена пароля`} />
      <form onSubmit={submit} noValidate>
        <Stack maw={420}>
          <input
            type="hidden"
            name="username"
            autoComplete="username"
            value={lastLogin() ?? ''}
            readOnly
          />
          <PasswordInput
            label={t`Нынешний пароль`}
            autoComplete="current-password"
            required
            maxLength={200}
            key={form.key('currentPassword')}
            {...form.getInputProps('currentPassword')}
          />
          <PasswordInput
            label={t`Новый пароль`}
            autoComplete="new-password"
            required
            maxLength={200}
            key={form.key('newPassword')}
            {...form.getInputProps('newPassword')}
          />
          <PasswordInput
            label={t`Новый пароль ещё раз`}
            autoComplete="new-password"
            required
            maxLength={200}
            key={form.key('again')}
            {...form.getInputProps('again')}
          />
          <ProblemAlert
            problem={change.problem}
            shownAtFields={(pointer) => /^#?\/(currentPassword|newPassword)$/.test(pointer)}
          />
          <Button type="submit" loading={change.isPending}>
            <Trans>Изменить пароль</Trans>
          </Button>
        </Stack>
      </form>
    </>
  )
}
