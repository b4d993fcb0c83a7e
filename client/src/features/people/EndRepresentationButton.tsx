import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ReasonDialog } from '~/ui/dialogs'

interface Props {
  minorId: string
  representation: { id: string; name: string }
}

/** Somebody no longer stands for the child, or was entered by mistake. */
export function EndRepresentationButton({ minorId, representation }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const end = useWrite(
    'post',
    '/organizations/{organizationId}/people/{personId}/representations/{representationId}/end',
  )
  const send = async (reason: string) => {
    const path = { organizationId, personId: minorId, representationId: representation.id }
    if (!(await end.send({ path, body: { reason } }))) return
    notifications.show({ message: t`Представительство прекращено` })
    dialog.close()
  }
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="red"
        onClick={dialog.open}
        aria-label={t`Прекратить представительство: ${representation.name}`}
      >
        <Trans>Прекратить</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Больше не представляет ребёнка`}
        reasonLabel={t`Основание`}
        maxLength={500}
        confirm={t`Прекратить`}
        danger
        isPending={end.isPending}
        problem={end.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>
          {representation.name} перестанет видеть пары ребёнка. Подписанные документы и согласия
          останутся: если согласие записано по ошибке, отзовите его отдельно.
        </Trans>
      </ReasonDialog>
    </>
  )
}
