import { describe, expect, it } from 'vitest'
import { addMonths, formatDate, formatDateInWords, parseDate } from './dates'

describe('dates that people type', () => {
  it.each([
    ['09.12.2026', '2026-12-09'],
    ['9.2.2026', '2026-02-09'],
    ['31.08.26', '2026-08-31'],
    ['01092025', '2025-09-01'],
    [' 15.04.2026 ', '2026-04-15'],
  ])('reads %s day first', (typed, expected) => {
    expect(parseDate(typed)).toBe(expected)
  })

  it.each(['31.02.2026', '12/09/2026', 'завтра', '', '2026'])('refuses %s', (typed) => {
    expect(parseDate(typed)).toBeUndefined()
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
