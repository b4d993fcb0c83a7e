import type { Item } from '~/platform/api/types'

export type Setting = Item<'getSettings'>

/** What a setting's number counts: the last word of its key says it. */
export function unitOf(key: string): 'months' | 'days' | null {
  if (key.endsWith('Months')) return 'months'
  return key.endsWith('Days') ? 'days' : null
}
