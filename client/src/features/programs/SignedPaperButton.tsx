import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog } from '~/ui/dialogs'
import type { Program } from './types'

/** A member has signed the program by hand; the curator puts it down. */
export function SignedPaperButton({ program, personId }: { program: Program; personId: string }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const [signedOn, setSignedOn] = useState<string | null>(today)
  const [opened, dialog] = useDisclosure()
  const agree = useWrite('post', '/organizations/{organizationId}/programs/{programId}/agreement')
  const send = async () => {
    const done = await agree.send({
      path: { organizationId, programId: program.id },
      version: program.version,
      body: { personId, onPaper: { signedOn: signedOn ?? '' } },
    })
    if (!done) return
    notifications.show({ message: t`Согласие записано` })
    dialog.close()
  }
  return (
    <>
      <Button size="compact-xs" variant="default" className="no-print" onClick={dialog.open}>
        <Trans>Подписано на бумаге</Trans>
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Подпись на бумаге`}
        confirm={t`Записать`}
        isPending={agree.isPending}
        problem={agree.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <DateField label={t`Дата подписи`} required value={signedOn} onChange={setSignedOn} />
      </ConfirmDialog>
    </>
  )
}
