import { Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  KnownPersonNotice,
  PersonFields,
  RepresentativeFields,
  emptyRepresentative,
  personBody,
  representativeBody,
} from '~/features/people'
import { useReference } from '~/features/reference'
import type { Body } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import type { Problem } from '~/platform/problems/Problem'
import { ProblemAlert } from '~/ui/ProblemAlert'
import { RequestFields } from './RequestFields'
import type { MenteeValues } from './values'

interface Props {
  initial: MenteeValues
  submitLabel: string
  isPending: boolean
  problem: Problem | null
  onSaveOver?: () => void
  onSubmit: (body: Body<'editMentee'>) => void
  onCancel: () => void
  /** The person turned out to be recorded already. */
  onUseKnown?: (body: Body<'editMentee'>, personId: string) => void
  /** A representative is entered together with a new mentee. */
  withRepresentative?: boolean
}

/** A mentee's record: who it is, what is asked for, and who stands for a minor. */
export function MenteeForm(props: Props) {
  const { initial, submitLabel, isPending, problem, onSaveOver, onSubmit, onUseKnown, onCancel } =
    props
  const { t } = useLingui()
  const { data, options } = useReference()
  const form = useForm<MenteeValues>({ initialValues: initial })
  const shownAtFields = useFieldProblems(form, problem)
  const { categoryCode, legalRepresentative } = form.values
  const isMinor = (code: string | null) =>
    data?.menteeCategories.find((known) => known.code === code)?.minor ?? false

  const chooseCategory = (code: string | null) => {
    form.setFieldValue('categoryCode', code ?? '')
    // Schoolchildren mostly need one; whether they must have one is the server's to say.
    if (props.withRepresentative && isMinor(code) && !legalRepresentative)
      form.setFieldValue('legalRepresentative', emptyRepresentative)
  }

  const toBody = (values: MenteeValues): Body<'editMentee'> => ({
    person: personBody(values.person),
    categoryCode: values.categoryCode,
    schoolClass: orNull(values.schoolClass),
    position: orNull(values.position),
    requests: values.requests.map(({ topicCode, text }) => ({ topicCode, text: orNull(text) })),
    legalRepresentative: representativeBody(values.legalRepresentative),
  })
  const resend = (values: MenteeValues) => {
    form.setValues(values)
    onSubmit(toBody(values))
  }
  const submit = useCheckedSubmit(form, (values) => onSubmit(toBody(values)))

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={820}>
        <Fieldset legend={t`Человек`}>
          <Stack>
            <PersonFields form={form} at="person" />
            <KnownPersonNotice
              problem={problem}
              at="/person"
              onUse={onUseKnown && ((personId) => onUseKnown(toBody(form.values), personId))}
              onDistinguish={(namesakeReason) =>
                resend({ ...form.values, person: { ...form.values.person, namesakeReason } })
              }
            />
            <Select
              label={t`Категория`}
              required
              data={options('menteeCategories')}
              {...form.getInputProps('categoryCode')}
              value={categoryCode || null}
              onChange={chooseCategory}
            />
            {isMinor(categoryCode) ? (
              <TextInput label={t`Класс`} maxLength={20} {...form.getInputProps('schoolClass')} />
            ) : (
              <TextInput label={t`Должность`} maxLength={200} {...form.getInputProps('position')} />
            )}
          </Stack>
        </Fieldset>
        <RequestFields form={form} topics={options('requestTopics')} />
        <RepresentativeFields
          form={form}
          value={legalRepresentative}
          problem={problem}
          onChange={(representative) =>
            resend({ ...form.values, legalRepresentative: representative })
          }
        />
        <ProblemAlert problem={problem} onSaveOver={onSaveOver} shownAtFields={shownAtFields} />
        <Group>
          <Button type="submit" loading={isPending}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            <Trans>Отмена</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
