import { useLingui } from '@lingui/react/macro'
import { useState } from 'react'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { formatDate } from '~/platform/calendar/dates'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { fullName } from '~/ui/PersonName'
import { PersonSelect } from './PersonSelect'

interface Props {
  value: string | null
  onChange: (personId: string | null) => void
}

const choiceOf = (person: Answer<'getPerson'>) => ({
  value: person.id,
  label: `${fullName(person)}, ${formatDate(person.birthDate)}`,
})

/** Somebody who is recorded here already, in whatever part. */
export function KnownPersonSelect({ value, onChange }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const [q, search] = useState('')
  const { data, isPending } = useRead('/organizations/{organizationId}/people', {
    path: { organizationId },
    query: { q: q || undefined, limit: 20 },
  })
  const found = (data?.items ?? []).map(({ person }) => choiceOf(person))
  // Whom a notice named may be on no list that was looked at.
  const isElsewhere = value !== null && !found.some((choice) => choice.value === value)
  const { data: chosen } = useRead(
    '/organizations/{organizationId}/people/{personId}',
    { path: { organizationId, personId: value ?? '' } },
    { enabled: isElsewhere },
  )
  const choices = isElsewhere && chosen ? [choiceOf(chosen), ...found] : found
  return (
    <PersonSelect
      label={t`Если человек здесь уже записан, выберите его`}
      description={t`Например, мать, у которой здесь учится ещё один ребёнок`}
      choices={choices}
      isPending={isPending}
      onSearch={search}
      value={value}
      onChange={onChange}
    />
  )
}
