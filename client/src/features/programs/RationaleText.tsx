import { Text, Title } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { RATIONALE } from './rationale'
import type { Program } from './types'

interface Props {
  rationale: Program['rationale']
  /** One level below the heading that the note stands under. */
  order: 3 | 4
}

/** The explanatory note as it is read: the parts that have been written. */
export function RationaleText({ rationale, order }: Props) {
  const { t } = useLingui()
  return RATIONALE.filter((part) => rationale[part.name]).map((part) => (
    <div key={part.name}>
      <Title order={order} size={order === 3 ? 'h5' : 'h6'}>
        {t(part.label)}
      </Title>
      <Text style={{ whiteSpace: 'pre-line' }}>{rationale[part.name]}</Text>
    </div>
  ))
}
