import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import { formatDate } from '../calendar/dates'
import type { FieldProblem, Problem } from './Problem'
import catalog from './problem-texts.json'

type Locale = 'ru' | 'en'
const texts: Record<string, Record<Locale, string>> = catalog

/** Texts for people, by the stable codes of problems. */
export interface Texts {
  of(problem: Problem): string
  ofField(error: FieldProblem): string
}

function fill(text: string, params: Record<string, unknown>): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || value === null) return '…'
    const shown = String(value)
    return /^\d{4}-\d{2}-\d{2}$/.test(shown) ? formatDate(shown) : shown
  })
}

export function problemTexts(locale: Locale): Texts {
  const find = (...codes: string[]) => {
    for (const code of codes) {
      const text = texts[code]
      if (text) return text[locale]
    }
    return undefined
  }
  return {
    of: (problem) =>
      fill(
        find(problem.code, `http.${problem.status}`) ?? texts['client.failed']![locale],
        problem.params,
      ),
    // A field's code that has no text yet falls back to what the server said about it.
    ofField: (error) => find(error.code) ?? error.message ?? texts['validation.invalid']![locale],
  }
}

export function useProblemTexts(): Texts {
  const { i18n } = useLingui()
  return useMemo(() => problemTexts(i18n.locale === 'en' ? 'en' : 'ru'), [i18n.locale])
}
