import type { Item } from '~/platform/api/types'

export type Consent = Item<'listConsents'>
