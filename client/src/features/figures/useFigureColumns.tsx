import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Answer } from '~/platform/api/types'
import { FigureCell } from '~/ui/FigureCell'

export type Figures = Answer<'getMunicipalDashboard'>['totals']

interface FigureColumn {
  key: string
  header: string
  cell: (figures: Figures) => ReactNode
}

/** The figures that are shown of a tenant, in their order and with their names. */
export function useFigureColumns(): FigureColumn[] {
  const { t } = useLingui()
  const count = (
    key: 'participants' | 'mentors' | 'mentees' | 'activePairs' | 'waitingPairs',
    header: string,
  ): FigureColumn => ({
    key,
    header,
    cell: (figures) => <FigureCell key={key} value={figures[key]} />,
  })
  return [
    count('participants', t`Участники`),
    count('mentors', t`Наставники`),
    count('mentees', t`Наставляемые`),
    count('activePairs', t`Действующие пары`),
    count('waitingPairs', t`Ждут документов`),
    {
      key: 'consents',
      header: t`Согласия`,
      cell: ({ consents: { n, of, percent } }) => (
        <FigureCell key="consents" value={n} of={of} percent={percent} />
      ),
    },
    {
      key: 'activities',
      header: t`Мероприятия в срок`,
      cell: ({ activities: { dueDone, due, percent } }) => (
        <FigureCell key="activities" value={dueDone} of={due} percent={percent} />
      ),
    },
  ]
}
