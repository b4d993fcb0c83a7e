import { Button } from '@mantine/core'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useOrganizationId, usePermission } from '~/platform/session/SessionContext'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { InvitationSheet } from './InvitationSheet'

interface Props {
  personId: string
  name: string
  /** Unknown of people who are shown in another's card. */
  hasAccount?: boolean
  size?: 'xs' | 'sm'
}

/** Gives a person a one-time code; shown once, to be printed. */
export function InvitationButton({ personId, name, hasAccount, size = 'xs' }: Props) {
  const organizationId = useOrganizationId()
  const mayInvite = usePermission('accounts.invite')
  const invite = useWrite('post', '/organizations/{organizationId}/accounts/invitations')
  const [invitation, setInvitation] = useState<Answer<'inviteToAccount'> | null>(null)
  if (!mayInvite) return null
  const send = async () => {
    const done = await invite.send({ path: { organizationId }, body: { personId } })
    if (done) setInvitation(done.data)
  }
  return (
    <>
      <Button variant="default" size={size} loading={invite.isPending} onClick={() => void send()}>
        {hasAccount ? <Trans>Выдать новый код</Trans> : <Trans>Пригласить</Trans>}
      </Button>
      <ProblemAlert problem={invite.problem} />
      {invitation && (
        <InvitationSheet invitation={invitation} name={name} onClose={() => setInvitation(null)} />
      )}
    </>
  )
}
