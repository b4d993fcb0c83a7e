import { Button, Card, Fieldset, Group, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useOptions } from '~/platform/labels/useOptions'
import { DateField } from '~/ui/DateField'
import type { ActivityValues, ContentValues } from './types'

/** The plan: activities under the directions of the region's list. */
export function ActivityFields<T extends ContentValues>({ form }: { form: UseFormReturnType<T> }) {
  const { data } = useReference()
  return (data?.activityDirections ?? []).map((direction) => (
    <Direction key={direction.code} form={form} direction={direction} />
  ))
}

interface DirectionProps<T extends ContentValues> {
  form: UseFormReturnType<T>
  direction: { code: string; name: string }
}

function Direction<T extends ContentValues>({ form, direction }: DirectionProps<T>) {
  const add = () => {
    const row: ActivityValues = {
      id: null,
      direction: direction.code,
      title: '',
      plannedOn: null,
      mode: form.values.deliveryMode,
      expectedResult: '',
      responsible: 'both',
    }
    // The form cannot follow a path of a type parameter; ContentValues checks the row.
    form.insertListItem('activities', row as never)
  }
  return (
    <Fieldset legend={direction.name}>
      <Stack>
        {form.values.activities.map((activity, index) =>
          activity.direction === direction.code ? (
            // oxlint-disable-next-line react/no-array-index-key -- rows of a form are known by their place
            <ActivityRow key={index} form={form} index={index} />
          ) : null,
        )}
        <Group>
          <Button variant="default" size="xs" onClick={add}>
            <Trans>Добавить мероприятие</Trans>
          </Button>
        </Group>
      </Stack>
    </Fieldset>
  )
}

interface RowProps<T extends ContentValues> {
  form: UseFormReturnType<T>
  index: number
}

function ActivityRow<T extends ContentValues>({ form, index }: RowProps<T>) {
  const { t } = useLingui()
  const modes = useOptions('deliveryMode')
  const responsible = useOptions('activityResponsible')
  const field = (name: keyof ActivityValues) => form.getInputProps(`activities.${index}.${name}`)
  return (
    <Card withBorder padding="sm">
      <Stack gap="sm">
        <TextInput label={t`Мероприятие`} required maxLength={500} {...field('title')} />
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <DateField label={t`Срок`} required {...field('plannedOn')} />
          <Select label={t`Как`} allowDeselect={false} data={modes} {...field('mode')} />
          <Select
            label={t`Кто отвечает`}
            allowDeselect={false}
            data={responsible}
            {...field('responsible')}
          />
        </SimpleGrid>
        <TextInput label={t`Ожидаемый результат`} maxLength={1000} {...field('expectedResult')} />
        <Group>
          <Button
            size="xs"
            variant="subtle"
            color="red"
            onClick={() => form.removeListItem('activities', index)}
          >
            <Trans>Убрать мероприятие</Trans>
          </Button>
        </Group>
      </Stack>
    </Card>
  )
}
