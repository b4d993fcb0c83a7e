import { useMemo } from 'react'
import { useLabels, valuesOf } from './useLabels'

/** The values of an enumeration with their names, for choice fields. */
export function useOptions(enumeration: Parameters<typeof valuesOf>[0]) {
  const label = useLabels()
  return useMemo(
    () => valuesOf(enumeration).map((value) => ({ value, label: label(enumeration, value) })),
    [enumeration, label],
  )
}
