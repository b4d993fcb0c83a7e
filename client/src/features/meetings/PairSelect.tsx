import { Select } from '@mantine/core'
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useEffect } from 'react'
import { useRead } from '~/platform/api/api'
import { useOrganizationId } from '~/platform/session/SessionContext'

interface Props {
  value: string
  onChange: (pairId: string) => void
  error?: ReactNode
}

/** The active pairs that the person may log meetings of; the only one is chosen at once. */
export function PairSelect({ value, onChange, error }: Props) {
  const { t } = useLingui()
  const organizationId = useOrganizationId()
  const { data } = useRead('/organizations/{organizationId}/pairs', {
    path: { organizationId },
    query: { state: 'active', limit: 200 },
  })
  const choices = (data?.items ?? []).map((pair) => ({
    value: pair.id,
    label: `${pair.mentor.name} — ${pair.mentee.name}`,
  }))
  const only = choices.length === 1 ? choices[0]!.value : null
  useEffect(() => {
    if (!value && only) onChange(only)
  }, [value, only, onChange])
  return (
    <Select
      label={t`Пара`}
      required
      searchable={choices.length > 7}
      data={choices}
      value={value || null}
      onChange={(next) => onChange(next ?? '')}
      nothingFoundMessage={t`Действующих пар нет`}
      error={error}
    />
  )
}
