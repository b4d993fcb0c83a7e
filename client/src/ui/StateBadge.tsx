import { Badge } from '@mantine/core'
import { type Label, useLabels } from '~/platform/labels/useLabels'

type Tone = 'good' | 'warn' | 'bad' | 'plain' | 'work'
const COLOR: Record<Tone, string> = {
  good: 'green',
  warn: 'orange',
  bad: 'red',
  plain: 'gray',
  work: 'blue',
}

const TONES: Record<string, Tone> = {
  // people
  candidate: 'plain',
  identified: 'plain',
  surveyed: 'plain',
  consented: 'work',
  inBank: 'good',
  inBase: 'good',
  trained: 'good',
  assigned: 'good',
  matched: 'good',
  inProgram: 'good',
  unpaired: 'warn',
  resigning: 'warn',
  excluded: 'bad',
  blocked: 'bad',
  // consents
  missing: 'bad',
  valid: 'good',
  given: 'good',
  wrongSigner: 'bad',
  expiring: 'warn',
  expired: 'bad',
  withdrawn: 'bad',
  // pairs, orders, programs
  proposed: 'plain',
  consentsCollected: 'work',
  approvedByOrder: 'work',
  active: 'good',
  declined: 'bad',
  draft: 'plain',
  signed: 'work',
  inForce: 'good',
  acknowledged: 'good',
  agreed: 'work',
  approved: 'work',
  completed: 'good',
  overdue: 'bad',
  soon: 'warn',
  toDo: 'work',
  // work
  done: 'good',
  failed: 'warn',
  parked: 'bad',
}

interface Props {
  of: Parameters<Label>[0]
  state: string
}

/** A state in words; the color only repeats what the words say. */
export function StateBadge({ of, state }: Props) {
  const label = useLabels()
  return (
    <Badge
      color={COLOR[TONES[state] ?? 'plain']}
      variant="light"
      tt="none"
      fw={600}
      miw="max-content"
    >
      {label(of, state)}
    </Badge>
  )
}
