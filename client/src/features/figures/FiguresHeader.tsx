import { useLingui } from '@lingui/react/macro'
import { formatInstant, timeIfToday } from '~/platform/calendar/dates'
import { useMembership } from '~/platform/session/SessionContext'
import { PageHeader } from '~/ui/PageHeader'
import { PrintButton } from '~/ui/PrintLayout'

interface Props {
  title: string
  schoolYear: string
  /** Absent while nothing was counted. */
  computedAt?: string | null | undefined
}

/** Says of which school year figures are, and when they were counted. */
export function FiguresHeader({ title, schoolYear, computedAt }: Props) {
  const { t } = useLingui()
  const { timeZone } = useMembership()
  const describe = () => {
    if (!computedAt) return t`Учебный год ${schoolYear}. Данных ещё нет.`
    const time = timeIfToday(computedAt, timeZone)
    if (time) return t`Учебный год ${schoolYear}. Пересчитано в ${time}.`
    const at = formatInstant(computedAt, timeZone)
    return t`Учебный год ${schoolYear}. Пересчитано ${at}.`
  }
  return <PageHeader title={title} description={describe()} actions={<PrintButton />} />
}
