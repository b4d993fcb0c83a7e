import {
  Button,
  Fieldset,
  Group,
  MultiSelect,
  Select,
  SimpleGrid,
  Stack,
  Textarea,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import { useOptions } from '~/platform/labels/useOptions'
import type { Problem } from '~/platform/problems/Problem'
import { DateField } from '~/ui/DateField'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { ActivityFields } from './ActivityFields'
import { RATIONALE } from './rationale'
import type { ProgramBody, ProgramValues } from './types'

interface Props {
  initial: ProgramValues
  submitLabel: string
  isPending: boolean
  problem: Problem | null
  onSaveOver?: () => void
  onSubmit: (body: ProgramBody) => void
  onCancel: () => void
}

/** Everything that members agree on: term, forms and kinds, the note, the plan. */
export function ProgramForm(props: Props) {
  const { t } = useLingui()
  const { options } = useReference()
  const modes = useOptions('deliveryMode')
  const form = useForm<ProgramValues>({ initialValues: props.initial })
  const shownAtFields = useFieldProblems(form, props.problem)

  const submit = useCheckedSubmit(form, ({ startsOn, endsOn, activities, ...values }) => {
    props.onSubmit({
      ...values,
      rationale: values.rationale as ProgramBody['rationale'],
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? '',
      activities: activities.map((activity) => ({
        ...activity,
        plannedOn: activity.plannedOn ?? '',
      })),
    })
  })

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={900}>
        <Fieldset legend={t`Основное`}>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 3 }}>
              <DateField label={t`Начало`} required {...form.getInputProps('startsOn')} />
              <DateField label={t`Окончание`} required {...form.getInputProps('endsOn')} />
              <Select
                label={t`Режим`}
                required
                allowDeselect={false}
                data={modes}
                {...form.getInputProps('deliveryMode')}
              />
            </SimpleGrid>
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
        </Fieldset>
        <Fieldset legend={t`Пояснительная записка`}>
          <Stack>
            {RATIONALE.map(({ name, label }) => (
              <Textarea
                key={name}
                label={t(label)}
                autosize
                minRows={2}
                maxLength={4000}
                {...form.getInputProps(`rationale.${name}`)}
              />
            ))}
          </Stack>
        </Fieldset>
        <ActivityFields form={form} />
        <ProblemAlert
          problem={props.problem}
          onSaveOver={props.onSaveOver}
          shownAtFields={shownAtFields}
        />
        <Group>
          <Button type="submit" loading={props.isPending}>
            {props.submitLabel}
          </Button>
          <Button variant="default" onClick={props.onCancel}>
            <Trans>Отмена</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
