import { Loader, Select } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useLingui } from '@lingui/react/macro'
import { type ReactNode, useState } from 'react'

interface Choice {
  value: string
  label: string
}

interface Props {
  label: string
  description?: string
  required?: boolean
  value: string | null
  onChange: (value: string | null) => void
  error?: ReactNode
  /** The choices for what was typed, and where what is typed goes. */
  choices: Choice[]
  isPending: boolean
  onSearch: (q: string) => void
}

/** Chooses a person from a long list by the beginning of the name. */
export function PersonSelect(props: Props) {
  const { choices, isPending, onSearch, value, onChange, ...field } = props
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState<Choice | null>(null)
  const search = useDebouncedCallback(onSearch, 250)
  // The chosen one stays in the list whatever is typed next.
  const data =
    chosen && !choices.some((c) => c.value === chosen.value) ? [chosen, ...choices] : choices
  return (
    <Select
      {...field}
      searchable
      clearable
      data={data}
      filter={({ options }) => options}
      nothingFoundMessage={isPending ? t`Ищем…` : t`Никого не найдено`}
      rightSection={isPending ? <Loader size="xs" /> : undefined}
      value={value}
      searchValue={typed}
      onSearchChange={(next) => {
        setTyped(next)
        // The name of the one already chosen is not a search.
        search(next === chosen?.label ? '' : next)
      }}
      onChange={(next) => {
        setChosen(choices.find((choice) => choice.value === next) ?? null)
        onChange(next)
      }}
    />
  )
}
