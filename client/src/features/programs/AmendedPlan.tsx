import { Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { useReference } from '~/features/reference'
import { useLabels } from '~/platform/labels/useLabels'
import { PlannedActivities } from './PlannedActivities'
import type { Program } from './types'

type Amendment = NonNullable<Program['changes'][number]['amendment']>

/** What a change proposes: the one who accepts it must have read it. */
export function AmendedPlan({ amendment }: { amendment: Amendment }) {
  const { t } = useLingui()
  const label = useLabels()
  const { name } = useReference()
  const mode = label('deliveryMode', amendment.deliveryMode)
  const forms = amendment.formCodes.map((code) => name('forms', code)).join(', ')
  const kinds = amendment.kindCodes.map((code) => name('kinds', code)).join(', ')
  return (
    <>
      <Text size="sm">
        <Trans>
          Режим: {mode}. Формы: {forms}. Виды: {kinds}.
        </Trans>
      </Text>
      <Text size="sm">
        {amendment.activities.length > 0 ? (
          <Trans>Что останется выполнить:</Trans>
        ) : (
          <Trans>Мероприятий к выполнению не останется.</Trans>
        )}
      </Text>
      <PlannedActivities
        size="sm"
        aria-label={t`Предложенный план`}
        activities={amendment.activities}
      />
    </>
  )
}
