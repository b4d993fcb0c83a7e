import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useListSearch } from './useListSearch'

/** Search by the beginnings of words; what is typed goes to the address. */
export function SearchField({ label }: { label?: string }) {
  const { t } = useLingui()
  const [search, change] = useListSearch()
  const [typed, setTyped] = useState(search.q ?? '')
  const apply = useDebouncedCallback((q: string) => change({ q }), 300)
  return (
    <TextInput
      type="search"
      label={label ?? t`Поиск`}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={typed}
      maxLength={100}
      onChange={(event) => {
        setTyped(event.currentTarget.value)
        apply(event.currentTarget.value.trim())
      }}
    />
  )
}
