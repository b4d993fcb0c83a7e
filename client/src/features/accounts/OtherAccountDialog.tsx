import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useStore } from '~/platform/api/store'
import { stranger } from '~/platform/session/expiry'
import { useSession } from '~/platform/session/SessionContext'

/**
 * Another tab has signed in as somebody else. The page stays its owner's: nothing is sent in the
 * other's name, and what was typed can be read and copied.
 */
export function OtherAccountDialog() {
  const { t } = useLingui()
  const other = useStore(stranger)
  const { displayName } = useSession()
  const stay = () => stranger.set(null)
  return (
    <Modal opened={other !== null} onClose={stay} title={t`В этом браузере вошёл другой человек`}>
      <Stack>
        <Text size="sm">
          <Trans>
            Страницу открыла учётная запись «{displayName}», а сейчас в другой вкладке вошли как «
            {other}». Отсюда ничего не отправлено, введённое осталось на странице.
          </Trans>
        </Text>
        <Text size="sm">
          <Trans>
            Чтобы отправить его, войдите в другой вкладке снова как «{displayName}», вернитесь сюда
            и повторите.
          </Trans>
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={() => window.location.assign('/')}>
            <Trans>Перейти к страницам «{other}»</Trans>
          </Button>
          <Button onClick={stay} data-autofocus>
            <Trans>Остаться на странице</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
