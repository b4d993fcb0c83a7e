import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { RationaleField } from './types'

/** The parts of the explanatory note, in the order in which it is read. */
export const RATIONALE: { name: RationaleField; label: MessageDescriptor }[] = [
  { name: 'problem', label: msg`Проблема` },
  { name: 'goals', label: msg`Цели и задачи` },
  { name: 'mentorContent', label: msg`Что делает наставник` },
  { name: 'menteeContent', label: msg`Что делает наставляемый` },
  { name: 'interimResults', label: msg`Промежуточные результаты` },
  { name: 'plannedResults', label: msg`Планируемые результаты` },
  { name: 'meetingSchedule', label: msg`Режим встреч` },
  { name: 'conditions', label: msg`Условия` },
]

/** The note's texts and nothing else: what the form fills in. */
export function rationaleTexts(
  known: Partial<Record<RationaleField, string | null>>,
): Record<RationaleField, string> {
  const texts = RATIONALE.map(({ name }) => [name, known[name] ?? ''] as const)
  return Object.fromEntries(texts) as Record<RationaleField, string>
}
