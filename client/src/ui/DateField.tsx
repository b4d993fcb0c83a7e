import { DateInput, type DateInputProps } from '@mantine/dates'
import { useLingui } from '@lingui/react/macro'
import { IconCalendar } from '@tabler/icons-react'
import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import { type CivilDate, formatDate, parseDate } from '~/platform/calendar/dates'

type Props = Omit<
  DateInputProps,
  'value' | 'onChange' | 'defaultValue' | 'dateParser' | 'minDate' | 'maxDate'
> &
  Pick<ComponentProps<'input'>, 'autoFocus'> & {
    value?: CivilDate | null
    onChange?: (value: CivilDate | null) => void
    /** The latest day that can be meant; years of two digits are read as before it. */
    latest?: CivilDate
  }

/**
 * A civil date that can be typed as people write it (9.12.26) or picked. What is not understood
 * stays as it was typed, is told, and keeps the form from being sent; the value is then null.
 */
export function DateField({ value, onChange, latest, error, onBlur, ...props }: Props) {
  const { t } = useLingui()
  // What was typed, while no date has come of it.
  const [typed, setTyped] = useState('')
  const [hasLeft, setHasLeft] = useState(false)
  const isUnreadable = !value && typed !== ''
  const take = (next: CivilDate | null) => {
    setTyped('')
    setHasLeft(false)
    onChange?.(next)
  }
  const type = (text: string) => {
    const date = parseDate(text, latest)
    if (date && !(latest && date > latest)) return take(date)
    setTyped(text.trim())
    if (value) onChange?.(null)
  }
  const complaint = () =>
    parseDate(typed, latest)
      ? t`Не позже ${formatDate(latest)}`
      : t`Не похоже на дату. Напишите, например, 09.12.2026`
  return (
    <DateInput
      valueFormat="DD.MM.YYYY"
      dateParser={(text) => parseDate(text, latest) ?? null}
      // An address book's or browser's guess is never the date of a paper.
      autoComplete="off"
      // Digits with their separators on a phone.
      inputMode="decimal"
      rightSection={<IconCalendar size={18} aria-hidden />}
      rightSectionPointerEvents="none"
      {...props}
      maxDate={latest}
      fixOnBlur={!isUnreadable}
      error={isUnreadable && hasLeft ? complaint() : error}
      data-unreadable={isUnreadable || undefined}
      onInput={(event) => type(event.currentTarget.value)}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') setHasLeft(true)
      }}
      onBlur={(event) => {
        setHasLeft(true)
        onBlur?.(event)
      }}
      value={value ?? null}
      onChange={take}
    />
  )
}
