import { Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useReplaceSession } from '~/platform/session/SessionProvider'
import type { Session } from '~/platform/session/SessionContext'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { rememberLogin } from './lastLogin'

interface Props {
  /** The login of an expired session: only its owner may go on with the page. */
  fixedLogin?: string | undefined
  onSignedIn?: (session: Session) => void
}

/** Login and password; on success the session is replaced in place. */
export function SignInForm({ fixedLogin, onSignedIn }: Props) {
  const { t } = useLingui()
  const signIn = useWrite('post', '/accounts/sign-in')
  const replaceSession = useReplaceSession()
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { login: fixedLogin ?? '', password: '' },
    validate: {
      login: (value) => (value.trim() ? null : t`Введите логин`),
      password: (value) => (value ? null : t`Введите пароль`),
    },
  })
  const submit = form.onSubmit(async ({ login, password }) => {
    const done = await signIn.send({ body: { login: login.trim(), password } })
    if (!done) return
    rememberLogin(login.trim())
    replaceSession(done.data)
    onSignedIn?.(done.data)
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <TextInput
          label={t`Логин`}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          readOnly={fixedLogin !== undefined}
          maxLength={100}
          key={form.key('login')}
          {...form.getInputProps('login')}
        />
        <PasswordInput
          label={t`Пароль`}
          autoComplete="current-password"
          required
          maxLength={200}
          data-autofocus={fixedLogin === undefined ? undefined : true}
          key={form.key('password')}
          {...form.getInputProps('password')}
        />
        <ProblemAlert problem={signIn.problem} />
        <Button type="submit" loading={signIn.isPending}>
          <Trans>Войти</Trans>
        </Button>
      </Stack>
    </form>
  )
}
