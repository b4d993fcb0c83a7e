import { Checkbox, Fieldset, Select, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useLingui } from '@lingui/react/macro'
import type { Body } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'
import { useOptions } from '~/platform/labels/useOptions'
import type { Problem } from '~/platform/problems/Problem'
import { KnownPersonNotice } from './KnownPersonNotice'
import { KnownPersonSelect } from './KnownPersonSelect'
import { PersonFields, type PersonValues, emptyPerson, personBody } from './PersonFields'

type RepresentativeBody = NonNullable<Body<'addMentee'>['legalRepresentative']>

export interface RepresentativeValues {
  /** A recorded person; null for a new one. */
  personId: string | null
  person: PersonValues
  relation: RepresentativeBody['relation']
  authorityDocument: string
}

export const emptyRepresentative: RepresentativeValues = {
  personId: null,
  person: emptyPerson,
  relation: 'parent',
  authorityDocument: '',
}

/** The representative as the API takes one; null when none is entered. */
export const representativeBody = (
  values: RepresentativeValues | null,
): RepresentativeBody | null =>
  values && {
    ...(values.personId ? { personId: values.personId } : { person: personBody(values.person) }),
    relation: values.relation,
    authorityDocument: orNull(values.authorityDocument),
  }

interface Props<T> {
  form: UseFormReturnType<T>
  /** What the form holds now. */
  value: RepresentativeValues
  problem: Problem | null
  /** Sends the form again with another representative. */
  onChange: (value: RepresentativeValues) => void
}

/** The parent or guardian who signs for a minor; kept in the form as `legalRepresentative`. */
export function RepresentativeFields<T>({
  form,
  value,
  ...rest
}: Omit<Props<T>, 'value'> & { value: RepresentativeValues | null }) {
  const { t } = useLingui()
  return (
    <>
      <Checkbox
        label={t`Записать законного представителя`}
        description={t`Обязательно для несовершеннолетних`}
        checked={value !== null}
        onChange={(event) =>
          form.setFieldValue(
            'legalRepresentative',
            (event.currentTarget.checked ? emptyRepresentative : null) as never,
          )
        }
      />
      {value && (
        <Fieldset legend={t`Законный представитель`}>
          <Stack>
            <RepresentativeInputs form={form} value={value} {...rest} />
          </Stack>
        </Fieldset>
      )}
    </>
  )
}

/** Who it is, by what right and by which paper; kept in the form as `legalRepresentative`. */
export function RepresentativeInputs<T>({ form, value, problem, onChange }: Props<T>) {
  const { t } = useLingui()
  const relations = useOptions('legalRelation')
  return (
    <>
      <KnownPersonSelect
        value={value.personId}
        onChange={(personId) =>
          form.setFieldValue('legalRepresentative', { ...value, personId } as never)
        }
      />
      {!value.personId && (
        <>
          <PersonFields form={form} at="legalRepresentative.person" />
          <KnownPersonNotice
            problem={problem}
            at="/legalRepresentative/person"
            onUse={(personId) => onChange({ ...value, personId })}
            onDistinguish={(namesakeReason) =>
              onChange({ ...value, person: { ...value.person, namesakeReason } })
            }
          />
        </>
      )}
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          label={t`Кем приходится`}
          required
          allowDeselect={false}
          data={relations}
          {...form.getInputProps('legalRepresentative.relation')}
        />
        <TextInput
          label={t`Документ о полномочиях`}
          description={t`Для опекуна и попечителя: решение об опеке`}
          maxLength={500}
          {...form.getInputProps('legalRepresentative.authorityDocument')}
        />
      </SimpleGrid>
    </>
  )
}
