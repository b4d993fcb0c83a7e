import { MultiSelect, Select, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useOptions } from '~/platform/labels/useOptions'
import type { ContentValues } from './types'

/** How the pair works: the mode, the forms and kinds of the region's list. */
export function ContentFields<T extends ContentValues>({ form }: { form: UseFormReturnType<T> }) {
  const { t } = useLingui()
  const { options } = useReference()
  const modes = useOptions('deliveryMode')
  return (
    <Stack>
      <Select
        label={t`Режим`}
        required
        allowDeselect={false}
        data={modes}
        {...form.getInputProps('deliveryMode')}
      />
      <MultiSelect
        label={t`Формы наставничества`}
        required
        data={options('forms')}
        searchable
        {...form.getInputProps('formCodes')}
      />
      <MultiSelect
        label={t`Виды наставничества`}
        required
        data={options('kinds')}
        searchable
        {...form.getInputProps('kindCodes')}
      />
    </Stack>
  )
}
