import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import { orNull } from '~/platform/forms/text'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ReasonDialog } from '~/ui/dialogs'
import type { Program } from './types'

/** Everything is done, or the curator says why it is enough. */
export function CompleteProgramButton({ program }: { program: Program }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const complete = useWrite(
    'post',
    '/organizations/{organizationId}/programs/{programId}/completion',
  )
  if (!program.allowed.includes('completeProgram')) return null
  const send = async (reason: string) => {
    const done = await complete.send({
      path: { organizationId, programId: program.id },
      version: program.version,
      body: { reason: orNull(reason) },
    })
    if (!done) return
    notifications.show({ message: t`Программа завершена` })
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        <Trans>Завершить программу</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Завершение программы`}
        reasonLabel={t`Пояснение`}
        isOptional={program.progress.done === program.progress.planned}
        confirm={t`Завершить`}
        isPending={complete.isPending}
        problem={complete.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      />
    </>
  )
}
