import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Textarea,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { Trans, useLingui } from '@lingui/react/macro'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useId } from 'react'
import { useRead, useWrite } from '~/platform/api/api'
import type { Body } from '~/platform/api/types'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOptions } from '~/platform/labels/useOptions'
import { useOrganizationId, useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'
import { PageHeader } from '~/ui/PageHeader'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { PairSelect } from './PairSelect'

type MeetingType = Body<'logMeeting'>['type']
type Values = Omit<Body<'logMeeting'>, 'type' | 'heldOn' | 'nextOn' | 'minutes'> & {
  /** Null until the one who logs has chosen. */
  type: MeetingType | null
  heldOn: string | null
  nextOn: string | null
  minutes: number | string
}

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
  const types = useOptions('meetingType')
  const modes = useOptions('meetingMode')
  const modeLabel = useId()
  const log = useWrite('post', '/organizations/{organizationId}/meetings')
  const form = useForm<Values>({
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

  const submit = useCheckedSubmit(form, async ({ heldOn, minutes, outcome, ...values }) => {
    const done = await log.send({
      path: { organizationId },
      body: {
        ...values,
        type: values.type ?? type,
        heldOn: heldOn ?? '',
        minutes: Number(minutes),
        outcome: outcome.trim(),
      },
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
          <Select
            label={t`Какая встреча`}
            required
            allowDeselect={false}
            data={types}
            {...form.getInputProps('type')}
            value={form.values.type ?? type}
          />
          <Group grow align="flex-start">
            <DateField
              label={t`Когда`}
              required
              maxDate={today}
              {...form.getInputProps('heldOn')}
            />
            <NumberInput
              label={t`Минут`}
              required
              min={5}
              max={600}
              step={5}
              allowDecimal={false}
              {...form.getInputProps('minutes')}
            />
          </Group>
          <Stack gap={4}>
            <Text size="sm" fw={500} id={modeLabel}>
              <Trans>Как</Trans>
            </Text>
            <SegmentedControl
              aria-labelledby={modeLabel}
              fullWidth
              data={modes}
              {...form.getInputProps('mode')}
            />
          </Stack>
          <Textarea
            label={t`Что получилось`}
            required
            autosize
            minRows={3}
            maxLength={2000}
            {...form.getInputProps('outcome')}
          />
          <DateField label={t`Следующая встреча`} clearable {...form.getInputProps('nextOn')} />
          <ProblemAlert problem={log.problem} shownAtFields={shownAtFields} />
          <Button type="submit" size="md" loading={log.isPending}>
            <Trans>Записать</Trans>
          </Button>
        </Stack>
      </form>
    </>
  )
}
