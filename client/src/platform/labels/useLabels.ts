import { useLingui } from '@lingui/react'
import { useMemo } from 'react'
import catalog from './labels.json'

type Labels = typeof catalog
type Enumeration = keyof Labels
export type Label = (enumeration: Enumeration, value: string | null | undefined) => string

/** Names of the contract's fixed enumerations, from the one file that holds them. */
export function useLabels(): Label {
  const { i18n } = useLingui()
  return useMemo(() => {
    const locale = i18n.locale === 'en' ? 'en' : 'ru'
    return (enumeration, value) => {
      if (!value) return '—'
      const labels: Record<string, { ru: string; en: string }> = catalog[enumeration]
      // A newer server may know a value that this page does not: its code is better than nothing.
      return labels[value]?.[locale] ?? value
    }
  }, [i18n.locale])
}

/** All values of an enumeration in the file's order, for choice fields. */
export function valuesOf(enumeration: Enumeration): string[] {
  return Object.keys(catalog[enumeration])
}
