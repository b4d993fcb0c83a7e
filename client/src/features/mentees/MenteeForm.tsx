import { Button, Fieldset, Group, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { Trans, useLingui } from '@lingui/react/macro'
import {
  KnownPersonNotice,
  PersonFields,
  RepresentativeFields,
  emptyRepresentative,
} from '~/features/people'
import { useReference } from '~/features/reference'
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
  onSubmit: (values: MenteeValues) => void
  onCancel: () => void
  /** Given where a new mentee is entered: the person turned out to be recorded already. */
  onUseKnown?: (values: MenteeValues, personId: string) => void
}

/**
 * A mentee's record: what is asked for, and of a new one who it is and who stands for a minor. A
 * recorded person is edited on a page of its own.
 */
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
    if (onUseKnown && isMinor(code) && !legalRepresentative)
      form.setFieldValue('legalRepresentative', emptyRepresentative)
  }

  const resend = (values: MenteeValues) => {
    form.setValues(values)
    onSubmit(values)
  }
  const submit = useCheckedSubmit(form, onSubmit)

  return (
    <form onSubmit={submit} noValidate>
      <Stack maw={820}>
        <Fieldset legend={onUseKnown ? t`Человек` : t`Сведения`}>
          <Stack>
            {onUseKnown && (
              <>
                <PersonFields form={form} at="person" />
                <KnownPersonNotice
                  problem={problem}
                  at="/person"
                  onUse={(personId) => onUseKnown(form.values, personId)}
                  onDistinguish={(namesakeReason) =>
                    resend({ ...form.values, person: { ...form.values.person, namesakeReason } })
                  }
                />
              </>
            )}
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
        {onUseKnown && (
          <RepresentativeFields
            form={form}
            value={legalRepresentative}
            problem={problem}
            onChange={(representative) =>
              resend({ ...form.values, legalRepresentative: representative })
            }
          />
        )}
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
