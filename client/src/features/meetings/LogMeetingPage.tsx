import { Button, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useRead, useWrite } from '~/platform/api/api'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { MeetingFields, type MeetingType, type MeetingValues, meetingBody } from './MeetingFields'
import { PairSelect } from './PairSelect'

/** Offers the meeting that the pair's chain asks for next; the one who logs may choose another. */
function useExpectedType(pairId: string): MeetingType {
  const organizationId = useOrganizationId()
  const { data } = useRead(
    '/organizations/{organizationId}/meetings',
    { path: { organizationId }, query: { pairId, limit: 1 } },
    { enabled: pairId !== '' },
  )
  return data?.nextMeeting?.type ?? 'regular'
}

const route = getRouteApi('/o/$organizationId/meetings/new')

/** One screen, made for a phone: with whom, when, how long, what came out of it. */
export function LogMeetingPage() {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const today = useToday()
  const navigate = useNavigate()
  const { pairId } = route.useSearch()
  const log = useWrite('post', '/organizations/{organizationId}/meetings')
  const form = useForm<MeetingValues & { pairId: string }>({
    initialValues: {
      pairId: pairId ?? '',
      type: null,
      heldOn: today,
      minutes: 45,
      mode: 'inPerson',
      outcome: '',
      nextOn: null,
    },
    validate: { pairId: (value) => (value ? null : t`Выберите пару`) },
  })
  const shownAtFields = useFieldProblems(form, log.problem)
  const type = useExpectedType(form.values.pairId)

  const submit = useCheckedSubmit(form, async (values) => {
    const done = await log.send({
      path: { organizationId },
      body: { pairId: values.pairId, ...meetingBody(values, type) },
    })
    if (!done) return
    notifications.show({ message: t`Встреча записана` })
    await navigate({
      to: '/o/$organizationId/pairs/$pairId',
      params: { organizationId, pairId: values.pairId },
    })
  })

  return (
    <>
      <PageHeader title={t`Записать встречу`} />
      <form onSubmit={submit} noValidate>
        <Stack maw={480}>
          <PairSelect
            value={form.values.pairId}
            onChange={(value) => form.setFieldValue('pairId', value)}
            error={form.errors.pairId}
          />
          <MeetingFields form={form} expectedType={type} />
          <ProblemAlert problem={log.problem} shownAtFields={shownAtFields} />
          <Button type="submit" size="md" loading={log.isPending}>
            <Trans>Записать</Trans>
          </Button>
        </Stack>
      </form>
    </>
  )
}
