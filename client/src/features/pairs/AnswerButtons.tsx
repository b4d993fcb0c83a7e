import { Button, Checkbox, Stack, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useWrite } from '~/platform/api/api'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { ConfirmDialog, ReasonDialog } from '~/ui/dialogs'
import type { Member, Pair } from './types'

interface Props {
  pair: Pair
  member: Member
}

/** A member answers for oneself or a child; a curator records an answer that was signed on paper. */
export function AnswerButtons({ pair, member }: Props) {
  return (
    <>
      {member.allowed.includes('agreeToPair') && <AgreeButton pair={pair} member={member} />}
      {member.allowed.includes('declinePair') && <DeclineButton pair={pair} member={member} />}
    </>
  )
}

function AgreeButton({ pair, member }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const isOneself = member.isMine
  const [opened, dialog] = useDisclosure()
  const [understood, setUnderstood] = useState(false)
  const [signedOn, setSignedOn] = useState<string | null>(today)
  const agree = useWrite('post', '/organizations/{organizationId}/pairs/{pairId}/agreement')
  const send = async () => {
    const done = await agree.send({
      path: { organizationId, pairId: pair.id },
      version: pair.version,
      body: {
        personId: member.personId,
        onPaper: isOneself ? null : { signedOn: signedOn ?? '' },
      },
    })
    if (!done) return
    notifications.show({ message: t`Согласие записано` })
    dialog.close()
  }
  return (
    <>
      <Button size="xs" onClick={dialog.open}>
        {isOneself ? <Trans>Согласиться</Trans> : <Trans>Записать согласие на бумаге</Trans>}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t`Согласие на участие в паре`}
        confirm={isOneself ? t`Согласиться` : t`Записать`}
        canConfirm={understood || !isOneself}
        isPending={agree.isPending}
        problem={agree.problem}
        onConfirm={() => void send()}
        onClose={dialog.close}
      >
        <Stack>
          <Text>{member.dutyConsentText?.text}</Text>
          {isOneself ? (
            <Checkbox
              label={t`Прочитано, согласие добровольное`}
              checked={understood}
              onChange={(event) => setUnderstood(event.currentTarget.checked)}
            />
          ) : (
            <DateField label={t`Дата на бумаге`} required value={signedOn} onChange={setSignedOn} />
          )}
        </Stack>
      </ConfirmDialog>
    </>
  )
}

function DeclineButton({ pair, member }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const decline = useWrite('post', '/organizations/{organizationId}/pairs/{pairId}/refusal')
  const send = async (reason: string) => {
    const done = await decline.send({
      path: { organizationId, pairId: pair.id },
      version: pair.version,
      body: { personId: member.personId, reason },
    })
    if (!done) return
    notifications.show({ message: t`Отказ записан` })
    dialog.close()
  }
  return (
    <>
      <Button size="xs" variant="default" onClick={dialog.open}>
        <Trans>Отказаться</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Отказ от участия в паре`}
        reasonLabel={t`Почему`}
        confirm={t`Отказаться`}
        danger
        isPending={decline.isPending}
        problem={decline.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>После отказа куратор сможет предложить другую пару.</Trans>
      </ReasonDialog>
    </>
  )
}
