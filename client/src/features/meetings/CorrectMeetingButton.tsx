import { Button, Group, Modal, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { useWrite } from '~/platform/api/api'
import type { Item } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useSeenVersion } from '~/platform/forms/useSeenVersion'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { MeetingFields, type MeetingValues, meetingBody } from './MeetingFields'

type Meeting = Item<'listMeetings'>

/** Puts one's own entry right while the server allows it. */
export function CorrectMeetingButton({ meeting }: { meeting: Meeting }) {
  const { t } = useLingui()
  const [opened, dialog] = useDisclosure()
  if (!meeting.allowed.includes('correctMeeting')) return null
  const heldOn = formatDate(meeting.heldOn)
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        className="no-print"
        aria-label={t`Исправить встречу ${heldOn}`}
        onClick={dialog.open}
      >
        <Trans>Исправить</Trans>
      </Button>
      <Modal opened={opened} onClose={dialog.close} title={t`Исправление встречи`} size="lg">
        <CorrectMeetingForm meeting={meeting} onClose={dialog.close} />
      </Modal>
    </>
  )
}

function CorrectMeetingForm({ meeting, onClose }: { meeting: Meeting; onClose: () => void }) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const correct = useWrite('put', '/organizations/{organizationId}/meetings/{meetingId}')
  const seen = useSeenVersion(meeting)
  const form = useForm<MeetingValues>({
    initialValues: {
      type: meeting.type,
      heldOn: meeting.heldOn,
      minutes: meeting.minutes,
      mode: meeting.mode,
      outcome: meeting.outcome,
      nextOn: meeting.nextOn ?? null,
    },
  })
  const shownAtFields = useFieldProblems(form, correct.problem)
  const submit = useCheckedSubmit(form, async (values) => {
    const done = await correct.send({
      path: { organizationId, meetingId: meeting.id },
      version: seen.version,
      body: meetingBody(values, meeting.type),
    })
    if (!done) return
    notifications.show({ message: t`Встреча исправлена` })
    onClose()
  })
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <MeetingFields form={form} expectedType={meeting.type} />
        <ProblemAlert
          problem={correct.problem}
          shownAtFields={shownAtFields}
          onSaveOver={() => {
            seen.catchUp()
            correct.clear()
          }}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            <Trans>Отмена</Trans>
          </Button>
          <Button type="submit" loading={correct.isPending}>
            <Trans>Сохранить</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
