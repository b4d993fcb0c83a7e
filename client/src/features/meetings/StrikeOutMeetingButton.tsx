import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ReasonDialog } from '~/ui/dialogs'

/** Takes back an entry: there was no such meeting, or it is logged twice. */
export function StrikeOutMeetingButton({ meeting }: { meeting: Item<'listMeetings'> }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [opened, dialog] = useDisclosure()
  const strikeOut = useWrite(
    'post',
    '/organizations/{organizationId}/meetings/{meetingId}/striking-out',
  )
  if (!meeting.allowed.includes('strikeOutMeeting')) return null
  const heldOn = formatDate(meeting.heldOn)
  const send = async (reason: string) => {
    const path = { organizationId, meetingId: meeting.id }
    if (!(await strikeOut.send({ path, version: meeting.version, body: { reason } }))) return
    notifications.show({ message: t`Запись о встрече вычеркнута` })
    dialog.close()
  }
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color="red"
        className="no-print"
        aria-label={t`Вычеркнуть встречу ${heldOn}`}
        onClick={dialog.open}
      >
        <Trans>Вычеркнуть</Trans>
      </Button>
      <ReasonDialog
        opened={opened}
        title={t`Вычеркнуть встречу ${heldOn}`}
        reasonLabel={t`Почему запись неверна`}
        maxLength={500}
        confirm={t`Вычеркнуть`}
        danger
        isPending={strikeOut.isPending}
        problem={strikeOut.problem}
        onConfirm={(reason) => void send(reason)}
        onClose={dialog.close}
      >
        <Trans>Запись исчезнет из списков и показателей. Вернуть её нельзя.</Trans>
      </ReasonDialog>
    </>
  )
}
