import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useWrite } from '~/platform/api/api'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useReplaceSession } from '~/platform/session/SessionProvider'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { TextLink } from '~/ui/links'
import { VisitorLayout } from './VisitorLayout'
import { rememberLogin } from './lastLogin'

/** A one-time code and a password of one's own: the first sign-in and a forgotten password alike. */
export function AcceptInvitationPage() {
  const { t } = useLingui()
  const search: { login?: string } = useSearch({ strict: false })
  const accept = useWrite('post', '/accounts/invitations/accept')
  const replaceSession = useReplaceSession()
  const navigate = useNavigate()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: search.login ?? '', code: '', newPassword: '', again: '' },
    validate: {
      login: (value) => (value.trim() ? null : t`Введите логин из приглашения`),
      code: (value) => (value.trim() ? null : t`Введите код из приглашения`),
      newPassword: (value) => (value ? null : t`Придумайте пароль`),
      again: (value, values) => (value === values.newPassword ? null : t`Пароли не совпадают`),
    },
  })
  useFieldProblems(form, accept.problem)
  const submit = form.onSubmit(async ({ login, code, newPassword }) => {
    const done = await accept.send({
      body: { login: login.trim(), code: code.trim(), newPassword },
    })
    if (!done) return
    rememberLogin(login.trim())
    replaceSession(done.data)
    await navigate({ to: '/' })
  })
  return (
    <VisitorLayout>
      <PageHeader title={t`Код приглашения`} />
      <form onSubmit={submit} noValidate>
        <Stack>
          <Text size="sm">
            <Trans>
              Логин и код напечатаны на листе, который выдал куратор. Код действует один раз.
            </Trans>
          </Text>
          <TextInput
            label={t`Логин`}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            required
            maxLength={100}
            key={form.key('login')}
            {...form.getInputProps('login')}
          />
          <TextInput
            label={t`Код`}
            autoComplete="one-time-code"
            autoCapitalize="characters"
            spellCheck={false}
            required
            maxLength={100}
            key={form.key('code')}
            {...form.getInputProps('code')}
          />
          <PasswordInput
            label={t`Новый пароль`}
            description={t`Не короче 10 знаков. Хорошо подходит фраза из нескольких слов.`}
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
            problem={accept.problem}
            shownAtFields={(pointer) => /^#?\/(login|code|newPassword)$/.test(pointer)}
          />
          <Button type="submit" loading={accept.isPending}>
            <Trans>Задать пароль и войти</Trans>
          </Button>
          <Text size="sm">
            <TextLink to="/">
              <Trans>У меня уже есть пароль</Trans>
            </TextLink>
          </Text>
        </Stack>
      </form>
    </VisitorLayout>
  )
}
