import { Button, Modal, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from '~/platform/api/store'
import { sessionExpired, sessionIsBack } from '~/platform/session/expiry'
import { useSession } from '~/platform/session/SessionContext'
import { useForgetSession } from '~/platform/session/SessionProvider'
import { SignInForm } from './SignInForm'
import { lastLogin } from './lastLogin'

/** Signs in again over the page: what was typed stays, and the refused request is repeated. */
export function ExpiredSessionDialog() {
  const { t } = useLingui()
  const opened = useStore(sessionExpired)
  const { accountId } = useSession()
  const forgetSession = useForgetSession()
  const leave = () => {
    sessionIsBack(false)
    forgetSession()
  }
  return (
    <Modal
      opened={opened}
      onClose={() => {}}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t`Сеанс закончился`}
    >
      <Stack>
        <Text size="sm">
          <Trans>Войдите снова — введённое на странице сохранено и будет отправлено.</Trans>
        </Text>
        <SignInForm
          fixedLogin={lastLogin()}
          onSignedIn={(session) =>
            session.accountId === accountId ? sessionIsBack(true) : leave()
          }
        />
        <Button variant="subtle" onClick={leave}>
          <Trans>Войти под другим именем (введённое не сохранится)</Trans>
        </Button>
      </Stack>
    </Modal>
  )
}
