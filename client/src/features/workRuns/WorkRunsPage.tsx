import { useLingui } from '@lingui/react/macro'
import { PageHeader } from '~/ui/PageHeader'
import { DriftSection } from './DriftSection'
import { KindsSection } from './KindsSection'
import { NodesSection } from './NodesSection'
import { ParkedSection } from './ParkedSection'
import { RunsSection } from './RunsSection'
import { useWorkState } from './useWorkState'

/** What is done in a region's background: how it goes, what failed, and what an operator does about it. */
export function WorkRunsPage() {
  const { t } = useLingui()
  const state = useWorkState()
  return (
    <>
      <PageHeader
        title={t`Фоновая работа`}
        description={t`Что система делает сама: пересчёты, наступление новых дней, проверки. Страница обновляется без перезагрузки.`}
      />
      <NodesSection state={state} />
      <KindsSection state={state} />
      <ParkedSection />
      <DriftSection />
      <RunsSection />
    </>
  )
}
