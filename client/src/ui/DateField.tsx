import { DateInput, type DateInputProps } from '@mantine/dates'
import { IconCalendar } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { type CivilDate, parseDate } from '~/platform/calendar/dates'

type Props = Omit<DateInputProps, 'value' | 'onChange' | 'defaultValue' | 'dateParser'> &
  Pick<ComponentProps<'input'>, 'autoFocus'> & {
    value?: CivilDate | null
    onChange?: (value: CivilDate | null) => void
  }

/** A civil date that can be typed as people write it (09.12.2026) or picked. */
export function DateField({ value, onChange, ...props }: Props) {
  return (
    <DateInput
      valueFormat="DD.MM.YYYY"
      dateParser={(typed) => parseDate(typed) ?? null}
      // An address book's or browser's guess is never the date of a paper.
      autoComplete="off"
      inputMode="numeric"
      rightSection={<IconCalendar size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      {...props}
      value={value ?? null}
      onChange={(next) => onChange?.(next)}
    />
  )
}
