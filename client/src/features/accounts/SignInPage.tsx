import { Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { PageHeader } from '~/ui/PageHeader'
import { TextLink } from '~/ui/links'
import { SignInForm } from './SignInForm'
import { VisitorLayout } from './VisitorLayout'

/** Shown at any address to a visitor without a session; afterwards the address opens. */
export function SignInPage() {
  const { t } = useLingui()
  return (
    <VisitorLayout>
      <PageHeader title={t`Вход`} />
      <Stack>
        <SignInForm />
        <Text size="sm">
          <Trans>
            Входите впервые или забыли пароль?{' '}
            <TextLink to="/accept-invitation">Введите код приглашения</TextLink>. Новый код выдаёт
            куратор вашей организации.
          </Trans>
        </Text>
      </Stack>
    </VisitorLayout>
  )
}
