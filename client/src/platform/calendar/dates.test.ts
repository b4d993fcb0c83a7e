import { describe, expect, it } from 'vitest'
import { addMonths, formatDate, formatDateInWords, parseDate, timeIfToday } from './dates'

describe('dates that people type', () => {
  it.each([
    ['09.12.2026', '2026-12-09'],
    ['9.2.2026', '2026-02-09'],
    ['31.08.26', '2026-08-31'],
    ['01092025', '2025-09-01'],
    [' 15.04.2026 ', '2026-04-15'],
    ['7.4.26', '2026-04-07'],
    ['07/04/26', '2026-04-07'],
    ['7-4-2026', '2026-04-07'],
    ['7,4,26', '2026-04-07'],
    ['7 4 2026', '2026-04-07'],
    ['7. 4. 2026 г.', '2026-04-07'],
    ['2026-04-07', '2026-04-07'],
  ])('reads %s day first', (typed, expected) => {
    expect(parseDate(typed)).toBe(expected)
  })

  it.each(['31.02.2026', '7.4', '7.4.2', '7.4.202', '7.13.26', 'завтра', '', '2026'])(
    'refuses %s',
    (typed) => {
      expect(parseDate(typed)).toBeUndefined()
    },
  )

  it('reads years of two digits as years before the latest day', () => {
    expect(parseDate('5.6.85', '2026-04-15')).toBe('1985-06-05')
    expect(parseDate('16.4.26', '2026-04-15')).toBe('1926-04-16')
    expect(parseDate('15.4.26', '2026-04-15')).toBe('2026-04-15')
    expect(parseDate('5.6.85')).toBe('2085-06-05')
  })

  it('shows a civil date whatever the zone of the machine', () => {
    expect(formatDate('2026-01-01')).toBe('01.01.2026')
    expect(formatDate(null)).toBe('—')
    expect(formatDateInWords('2026-04-05')).toBe('5 апреля 2026 г.')
  })

  it('keeps the last day of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  })
})

describe('an instant of today', () => {
  const now = Date.parse('2026-04-15T20:30:00Z')
  it.each([
    ['2026-04-15T13:23:00Z', 'Europe/Moscow', '16:23'],
    // The same moment is of another day in another zone.
    ['2026-04-14T21:30:00Z', 'Europe/Moscow', '00:30'],
    ['2026-04-14T21:30:00Z', 'Europe/London', null],
    ['2026-04-14T13:23:00Z', 'Europe/Moscow', null],
  ])('%s in %s is told as %s', (instant, zone, expected) => {
    expect(timeIfToday(instant, zone, now)).toBe(expected)
  })
})
