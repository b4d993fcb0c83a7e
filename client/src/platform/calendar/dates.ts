import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'
import 'dayjs/locale/ru'

// Without it `09.12.2026` is read as the 12th of September.
dayjs.extend(customParseFormat)

/** A civil date as the API writes it: `2026-04-15`. */
export type CivilDate = string

const WIRE = 'YYYY-MM-DD'
const SHOWN = 'DD.MM.YYYY'

const DAY_FIRST = /^(\d{1,2})[\s./,-]+(\d{1,2})[\s./,-]+(\d{4}|\d{2})(?:\s*г\.?)?$/ // not for translation
const DIGITS = /^(\d{2})(\d{2})(\d{4})$/
const YEAR_FIRST = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * Reads what a person typed: day first, with one digit or two, any usual sign between; undefined
 * when it is no date.
 * @param latest A year of two digits that would lie behind this day is of the century before.
 */
export function parseDate(typed: string, latest?: CivilDate): CivilDate | undefined {
  const text = typed.trim()
  const iso = YEAR_FIRST.exec(text)
  const [, day, month, year] = iso
    ? [text, iso[3], iso[2], iso[1]]
    : (DAY_FIRST.exec(text) ?? DIGITS.exec(text) ?? [])
  if (!day || !month || !year) return undefined
  const inYear = (full: string) =>
    dayjs(`${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, WIRE, true)
  let date = inYear(year.length === 2 ? `20${year}` : year)
  if (year.length === 2 && latest && date.isAfter(dayjs(latest, WIRE, true)))
    date = inYear(`19${year}`)
  return date.isValid() ? date.format(WIRE) : undefined
}

/** `2026-04-15` → `15.04.2026`; an empty date gives a dash. */
export function formatDate(date: CivilDate | null | undefined): string {
  return date ? dayjs(date, WIRE, true).format(SHOWN) : '—'
}

/** An instant of the server in the tenant's zone: `15.04.2026, 14:05`. */
export function formatInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('ru-RU', {
    dateStyle: 'short',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(instant))
}

/**
 * The time of an instant that is of the same day as now, as instants go: `14:05`; null for any
 * other. Beside a calendar that is not the machine's, the date of something recent would puzzle.
 */
export function timeIfToday(instant: string, timeZone: string, now = Date.now()): string | null {
  const day = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeZone })
  const at = new Date(instant)
  if (day.format(at) !== day.format(now)) return null
  return new Intl.DateTimeFormat('ru-RU', { timeStyle: 'short', timeZone }).format(at)
}

export function addMonths(date: CivilDate, months: number): CivilDate {
  return dayjs(date, WIRE, true).add(months, 'month').format(WIRE)
}

/** `2026-04-15` → `15 апреля 2026 г.`, as papers write dates: these are Russian in any language. */
export function formatDateInWords(date: CivilDate): string {
  return `${dayjs(date, WIRE, true).locale('ru').format('D MMMM YYYY')} г.` // not for translation
}
