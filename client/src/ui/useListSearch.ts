import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

export type ListSearch = Record<string, string | undefined>

/** Reads the filters that a list keeps in its address; anything else in the address is dropped. */
export function searchOf(...names: string[]) {
  return (raw: Record<string, unknown>): ListSearch => {
    const known: ListSearch = {}
    for (const name of names) {
      const value = raw[name]
      if (typeof value === 'string' && value !== '') known[name] = value
      else if (typeof value === 'number' || typeof value === 'boolean') known[name] = String(value)
    }
    return known
  }
}

/** The filters of the current list and a way to change one of them. */
export function useListSearch(): [ListSearch, (change: ListSearch) => void] {
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (part: ListSearch) =>
      void navigate({
        to: '.',
        replace: true,
        search: ((before: ListSearch) => {
          const next: ListSearch = { ...before, ...part }
          for (const name of Object.keys(next)) if (!next[name]) delete next[name]
          return next
        }) as never,
      }),
    [navigate],
  )
  return [search, change]
}
