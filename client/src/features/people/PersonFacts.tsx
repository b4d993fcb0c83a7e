import { useLingui } from '@lingui/react/macro'
import { formatDate } from '~/platform/calendar/dates'
import { Fact } from '~/ui/Facts'

interface Known {
  birthDate?: string | null
  isMinor: boolean
  email?: string | null
  phone?: string | null
  hasAccount: boolean
}

/** What is known of a person beside the name. */
export function PersonFacts({ person }: { person: Known }) {
  const { t } = useLingui()
  const born = formatDate(person.birthDate)
  return (
    <>
      <Fact label={t`Дата рождения`}>
        {person.isMinor ? t`${born} (несовершеннолетний)` : born}
      </Fact>
      <Fact label={t`Электронная почта`}>{person.email}</Fact>
      <Fact label={t`Телефон`}>{person.phone}</Fact>
      <Fact label={t`Учётная запись`}>{person.hasAccount ? t`Есть` : t`Нет`}</Fact>
    </>
  )
}
