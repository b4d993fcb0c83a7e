import type { Answer } from '~/platform/api/types'

export type Pair = Answer<'getPair'>
export type Member = Pair['members'][number]
