import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import { formatInstant, timeIfToday } from '~/platform/calendar/dates'
import { useMembership } from '~/platform/session/SessionContext'

/** Instants and durations in words of the reader's language. */
export function useMoments() {
  const { i18n } = useLingui()
  const { timeZone } = useMembership()
  return useMemo(() => {
    const inUnit = (value: number, unit: 'second' | 'minute' | 'hour', digits: number) =>
      new Intl.NumberFormat(i18n.locale, {
        style: 'unit',
        unit,
        maximumFractionDigits: digits,
      }).format(value)
    const duration = (ms: number | null | undefined) => {
      if (ms === null || ms === undefined) return '—'
      if (ms < 60_000) return inUnit(ms / 1000, 'second', ms < 10_000 ? 2 : 0)
      if (ms < 3_600_000) return inUnit(ms / 60_000, 'minute', 0)
      return inUnit(ms / 3_600_000, 'hour', 1)
    }
    const moment = (at: string | null | undefined) =>
      at ? (timeIfToday(at, timeZone) ?? formatInstant(at, timeZone)) : '—'
    return { duration, moment }
  }, [i18n.locale, timeZone])
}
