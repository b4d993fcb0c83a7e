import { Code, Stack, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import type { Answer } from '~/platform/api/types'
import { formatInstant } from '~/platform/calendar/dates'
import { useMembership } from '~/platform/session/SessionContext'
import { Fact, Facts } from '~/ui/Facts'
import { PrintDialog } from '~/ui/PrintLayout'

interface Props {
  invitation: Answer<'inviteToAccount'>
  name: string
  onClose: () => void
}

/** The sheet that is handed over: many people have no e-mail. */
export function InvitationSheet({ invitation, name, onClose }: Props) {
  const { t } = useLingui()
  const { tenantShortName, timeZone } = useMembership()
  const address = `${window.location.origin}/accept-invitation`
  const until = formatInstant(invitation.expiresAt, timeZone)
  return (
    <PrintDialog title={t`Приглашение`} onClose={onClose}>
      <Stack>
        <Text fw={700}>
          {tenantShortName}. <Trans>Приглашение в систему наставничества</Trans>
        </Text>
        <Text>{name}</Text>
        <Facts>
          <Fact label={t`Адрес`}>{address}</Fact>
          <Fact label={t`Логин`}>
            <Code fz="lg">{invitation.login}</Code>
          </Fact>
          <Fact label={t`Код`}>
            {invitation.code ? (
              <Code fz="lg">{invitation.code}</Code>
            ) : (
              <Trans>Код уже был показан. Закройте окно и выдайте новый.</Trans>
            )}
          </Fact>
          <Fact label={t`Действует до`}>{until}</Fact>
        </Facts>
        <Text size="sm">
          <Trans>
            Откройте адрес, введите логин и код и придумайте пароль. Код действует один раз; не
            показывайте его другим. Если он потерялся, попросите куратора выдать новый.
          </Trans>
        </Text>
      </Stack>
    </PrintDialog>
  )
}
