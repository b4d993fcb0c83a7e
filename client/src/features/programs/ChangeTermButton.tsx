import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ReasonDialog } from '~/ui/dialogs'
import type { Program } from './types'

/** Proposes another last day; the members accept it or not. */
export function ChangeTermButton({ program }: { program: Program }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const [endsOn, setEndsOn] = useState<string | null>(program.endsOn)
  const change = useWrite(
    'post',
    '/organizations/{organizationId}/programs/{programId}/term-changes',
  )
  if (!program.allowed.includes('changeProgramTerm')) return null
  const send = async (reason: string) => {
    const done = await change.send({
      path: { organizationId, programId: program.id },
      version: program.version,
      body: { endsOn: endsOn ?? '', reason },
    })
    if (!done) return
    notifications.show({ message: t`Изменение предложено участникам` })
    dialog.close()
  }
  return (
    <>
      <Button variant="default" onClick={dialog.open}>
        <Trans>Изменить срок</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Изменение срока программы`}
        reasonLabel={t`Почему`}
        confirm={t`Предложить`}
        isPending={change.isPending}
        problem={change.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>Новый срок начнёт действовать, когда его примут наставник и наставляемый.</Trans>
        <DateField label={t`Новая дата окончания`} required value={endsOn} onChange={setEndsOn} />
      </ReasonDialog>
    </>
  )
}
