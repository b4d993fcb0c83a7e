import { Group, Select } from '@mantine/core'
import type { ReactNode } from 'react'
import { useListSearch } from './useListSearch'

/** The row of filters above a list. */
export function Filters({ children }: { children: ReactNode }) {
  return (
    <Group component="search" mb="md" gap="sm" align="flex-end" className="no-print">
      {children}
    </Group>
  )
}

interface ChoiceProps {
  name: string
  label: string
  options: { value: string; label: string }[]
}

/** One filter whose choice is kept in the address. */
export function FilterSelect({ name, label, options }: ChoiceProps) {
  const [search, change] = useListSearch()
  return (
    <Select
      label={label}
      data={options}
      value={search[name] ?? null}
      onChange={(value) => change({ [name]: value ?? undefined })}
      clearable
      searchable={options.length > 10}
    />
  )
}
