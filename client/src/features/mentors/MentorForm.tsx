import {
  Autocomplete,
  Button,
  Checkbox,
  Fieldset,
  Group,
  MultiSelect,
  NumberInput,
  Stack,
  TextInput,
} from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  KnownPersonNotice,
  PersonFields,
  type PersonValues,
  RepresentativeFields,
  type RepresentativeValues,
} from '~/features/people'
import { useReference } from '~/features/reference'
import type { Body } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'
import { useCheckedSubmit } from '~/platform/forms/useCheckedSubmit'
import { useFieldProblems } from '~/platform/forms/useProblemForm'
import type { Problem } from '~/platform/problems/Problem'
import { ProblemAlert } from '~/ui/ProblemAlert'

/** Person and representative are those of a new mentor. */
export interface MentorValues {
  person: PersonValues
  position: string
  subjectCodes: string[]
  competenceCodes: string[]
  capacity: number
  isEmployee: boolean
  employer: string
  legalRepresentative: RepresentativeValues | null
}

interface Props {
  initial: MentorValues
  submitLabel: string
  isPending: boolean
  problem: Problem | null
  onSaveOver?: () => void
  onSubmit: (body: Body<'editMentor'>, values: MentorValues) => void
  onCancel: () => void
  /** Given where a new mentor is entered: the person turned out to be recorded already. */
  onUseKnown?: (body: Body<'editMentor'>, values: MentorValues, personId: string) => void
}

/**
 * A mentor's record: what they can teach and how many they can take, and of a new one who it is. A
 * recorded person is edited on a page of its own.
 */
export function MentorForm(props: Props) {
  const { initial, submitLabel, isPending, problem, onSaveOver, onSubmit, onUseKnown, onCancel } =
    props
  const { t } = useLingui()
  const { data, options } = useReference()
  const form = useForm<MentorValues>({ initialValues: initial })
  const shownAtFields = useFieldProblems(form, problem)

  const toBody = (values: MentorValues): Body<'editMentor'> => {
    const position = values.position.trim()
    return {
      position,
      positionCode: data?.positions.find((known) => known.name === position)?.code ?? null,
      subjectCodes: values.subjectCodes,
      competenceCodes: values.competenceCodes,
      capacity: values.capacity,
      isEmployee: values.isEmployee,
      employer: values.isEmployee ? null : orNull(values.employer),
    }
  }
  const resend = (values: MentorValues) => {
    form.setValues(values)
    onSubmit(toBody(values), values)
  }
  const submit = useCheckedSubmit(form, (values) => onSubmit(toBody(values), values))

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={820}>
        {onUseKnown && (
          <Fieldset legend={t`Человек`}>
            <Stack>
              <PersonFields form={form} at="person" />
              <KnownPersonNotice
                problem={problem}
                at="/person"
                onUse={(personId) => onUseKnown(toBody(form.values), form.values, personId)}
                onDistinguish={(namesakeReason) =>
                  resend({ ...form.values, person: { ...form.values.person, namesakeReason } })
                }
              />
              <RepresentativeFields
                form={form}
                value={form.values.legalRepresentative}
                problem={problem}
                onChange={(representative) =>
                  resend({ ...form.values, legalRepresentative: representative })
                }
              />
            </Stack>
          </Fieldset>
        )}
        <Fieldset legend={t`Работа и опыт`}>
          <Stack>
            <Autocomplete
              label={t`Должность`}
              required
              maxLength={200}
              data={options('positions').map((option) => option.label)}
              {...form.getInputProps('position')}
            />
            <Checkbox
              label={t`Работает в этой организации`}
              {...form.getInputProps('isEmployee', { type: 'checkbox' })}
            />
            {!form.values.isEmployee && (
              <TextInput
                label={t`Место работы или учёбы`}
                maxLength={200}
                {...form.getInputProps('employer')}
              />
            )}
            <MultiSelect
              label={t`Предметы`}
              data={options('subjects')}
              searchable
              {...form.getInputProps('subjectCodes')}
            />
            <MultiSelect
              label={t`Компетенции`}
              description={t`Чему может научить`}
              data={options('competences')}
              searchable
              {...form.getInputProps('competenceCodes')}
            />
            <NumberInput
              label={t`Сколько наставляемых может вести`}
              required
              min={1}
              max={20}
              maw={280}
              allowDecimal={false}
              {...form.getInputProps('capacity')}
            />
          </Stack>
        </Fieldset>
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
