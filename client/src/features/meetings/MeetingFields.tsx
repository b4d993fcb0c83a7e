import { Group, NumberInput, SegmentedControl, Select, Stack, Text, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useId } from 'react'
import type { Body } from '~/platform/api/types'
import { useOptions } from '~/platform/labels/useOptions'
import { useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'

export type MeetingType = Body<'logMeeting'>['type']
type MeetingBody = Body<'correctMeeting'>

/** What is said of a meeting while it is being filled in. */
export type MeetingValues = Pick<MeetingBody, 'mode' | 'outcome'> & {
  /** Null until the one who logs has chosen. */
  type: MeetingType | null
  heldOn: string | null
  nextOn: string | null
  minutes: number | string
}

/** The same as the API takes it. */
export function meetingBody(values: MeetingValues, expected: MeetingType): MeetingBody {
  return {
    type: values.type ?? expected,
    heldOn: values.heldOn ?? '',
    minutes: Number(values.minutes),
    mode: values.mode,
    outcome: values.outcome.trim(),
    nextOn: values.nextOn,
  }
}

interface Props<T extends MeetingValues> {
  form: UseFormReturnType<T>
  /** Offered until another one is chosen. */
  expectedType: MeetingType
}

/** Which meeting it was, when, how long, what came out of it: the same for a new and an old entry. */
export function MeetingFields<T extends MeetingValues>({ form, expectedType }: Props<T>) {
  const { t } = useLingui()
  const today = useToday()
  const types = useOptions('meetingType')
  const modes = useOptions('meetingMode')
  const modeLabel = useId()
  return (
    <>
      <Select
        label={t`Какая встреча`}
        required
        allowDeselect={false}
        data={types}
        {...form.getInputProps('type')}
        value={form.values.type ?? expectedType}
      />
      <Group grow align="flex-start">
        <DateField label={t`Когда`} required latest={today} {...form.getInputProps('heldOn')} />
        <NumberInput
          label={t`Минут`}
          required
          min={5}
          max={480}
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
    </>
  )
}
