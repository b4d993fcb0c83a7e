import { Button, Fieldset, Group, SimpleGrid, Stack, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import type { Problem } from '~/platform/problems/Problem'
import { DateField } from '~/ui/DateField'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { ActivityFields } from './ActivityFields'
import { ContentFields } from './ContentFields'
import { planOf } from './plan'
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
  const form = useForm<ProgramValues>({ initialValues: props.initial })
  const shownAtFields = useFieldProblems(form, props.problem)

  const submit = useCheckedSubmit(form, ({ startsOn, endsOn, activities, ...values }) => {
    props.onSubmit({
      ...values,
      rationale: values.rationale as ProgramBody['rationale'],
      startsOn: startsOn ?? '',
      endsOn: endsOn ?? '',
      activities: planOf(activities),
    })
  })

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={900}>
        <Fieldset legend={t`Основное`}>
          <Stack>
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <DateField label={t`Начало`} required {...form.getInputProps('startsOn')} />
              <DateField label={t`Окончание`} required {...form.getInputProps('endsOn')} />
            </SimpleGrid>
            <ContentFields form={form} />
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
