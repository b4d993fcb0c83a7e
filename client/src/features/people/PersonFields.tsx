import { SimpleGrid, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useLingui } from '@lingui/react/macro'
import { orNull } from '~/platform/forms/text'
import { useToday } from '~/platform/session/SessionContext'
import { DateField } from '~/ui/DateField'

export interface PersonValues {
  familyName: string
  givenName: string
  patronymic: string
  birthDate: string | null
  email: string
  phone: string
  /** Why it is somebody else than the recorded person of this name and birth date. */
  namesakeReason: string
}

export const emptyPerson: PersonValues = {
  familyName: '',
  givenName: '',
  patronymic: '',
  birthDate: null,
  email: '',
  phone: '',
  namesakeReason: '',
}

interface Known {
  familyName: string
  givenName: string
  patronymic?: string | null
  birthDate?: string | null
  email?: string | null
  phone?: string | null
}

export const personValues = (person: Known): PersonValues => ({
  familyName: person.familyName,
  givenName: person.givenName,
  patronymic: person.patronymic ?? '',
  birthDate: person.birthDate ?? null,
  email: person.email ?? '',
  phone: person.phone ?? '',
  namesakeReason: '',
})

/** What the form holds, as the API takes it. An empty date is left for the server to refuse. */
export const personBody = (values: PersonValues) => ({
  familyName: values.familyName.trim(),
  givenName: values.givenName.trim(),
  patronymic: orNull(values.patronymic),
  birthDate: values.birthDate ?? '',
  email: orNull(values.email),
  phone: orNull(values.phone),
  namesakeReason: orNull(values.namesakeReason),
})

interface Props<T> {
  form: UseFormReturnType<T>
  /** Where the person is in the form's values. */
  at: string
}

/** Name, date of birth and contacts of a person who is entered for the first time. */
export function PersonFields<T>({ form, at }: Props<T>) {
  const { t } = useLingui()
  const today = useToday()
  const field = (name: keyof PersonValues) => form.getInputProps(`${at}.${name}`)
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput label={t`Фамилия`} required maxLength={100} {...field('familyName')} />
        <TextInput label={t`Имя`} required maxLength={100} {...field('givenName')} />
        <TextInput label={t`Отчество`} maxLength={100} {...field('patronymic')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <DateField
          label={t`Дата рождения`}
          placeholder={t`дд.мм.гггг`}
          required
          // Nobody looks for a year of birth in a calendar.
          popoverProps={{ disabled: true }}
          rightSection={null}
          latest={today}
          {...field('birthDate')}
        />
        <TextInput label={t`Электронная почта`} type="email" maxLength={200} {...field('email')} />
        <TextInput label={t`Телефон`} type="tel" maxLength={30} {...field('phone')} />
      </SimpleGrid>
    </>
  )
}
