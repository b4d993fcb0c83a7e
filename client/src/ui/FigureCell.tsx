import { Text, Tooltip, VisuallyHidden } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'

interface Props {
  value: number | null | undefined
  /** The whole of which `value` is a part. */
  of?: number | null
  /** The share as the server gives it, on a line of its own. */
  percent?: number | null | undefined
  /** The server hid it: it is small, or tells a small one. */
  hidden?: boolean
}

/** A count, exact or hidden; a hidden one says why. */
export function FigureCell({ value, of, percent, hidden }: Props) {
  const { t, i18n } = useLingui()
  if (hidden || value === null || value === undefined) {
    const why = t`Скрыто: по этому числу можно было бы узнать отдельных людей`
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
  const share = percent === null || percent === undefined ? null : i18n.number(percent)
  return (
    <>
      {t`${i18n.number(value)} из ${i18n.number(of)}`}
      {share && (
        <Text c="dimmed" size="sm">
          {t`${share} %`}
        </Text>
      )}
    </>
  )
}
