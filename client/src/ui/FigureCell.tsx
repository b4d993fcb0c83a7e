import { Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'

interface Props {
  value: number | null | undefined
  /** The whole of which `value` is a part: shows a percentage beside. */
  of?: number | null
  /** The server hid a count of 1–4. */
  hidden?: boolean
}

/** A count, exact or hidden; a hidden one says why. */
export function FigureCell({ value, of, hidden }: Props) {
  const { t, i18n } = useLingui()
  if (hidden || value === null || value === undefined) {
    const why = t`От 1 до 4: число скрыто, чтобы никого нельзя было узнать`
    return (
      <Tooltip label={why} events={{ hover: true, focus: true, touch: true }}>
        <Text component="span" tabIndex={0}>
          <span aria-hidden>•••</span>
          <VisuallyHidden>{why}</VisuallyHidden>
        </Text>
      </Tooltip>
    )
  }
  if (of === undefined || of === null) return <span>{i18n.number(value)}</span>
  const share =
    of > 0 ? i18n.number(value / of, { style: 'percent', maximumFractionDigits: 0 }) : '—'
  return (
    <span>
      {t`${i18n.number(value)} из ${i18n.number(of)}`}{' '}
      <Text component="span" c="dimmed" size="sm">
        ({share})
      </Text>
    </span>
  )
}
