import { useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import { useMembership } from '~/platform/session/SessionContext'
import { TextLink } from '~/ui/links'
import { Loaded } from '~/ui/states'
import { DashboardView } from './DashboardView'

/** A region's municipalities by figures; each opens to its schools. */
export function RegionalDashboardPage() {
  const { t } = useLingui()
  const { tenantId: regionId } = useMembership()
  const query = useRead('/regions/{regionId}/dashboard', { path: { regionId } })
  return (
    <Loaded query={query} page>
      {(dashboard) => (
        <DashboardView
          {...dashboard}
          title={t`Показатели региона`}
          rowHeader={t`Муниципалитет`}
          rows={dashboard.municipalities.map(({ municipalityId, name, figures }) => ({
            id: municipalityId,
            figures,
            name,
            link: (
              <TextLink
                to="/r/$regionId/municipalities/$municipalityId"
                params={{ regionId, municipalityId }}
              >
                {name}
              </TextLink>
            ),
          }))}
        />
      )}
    </Loaded>
  )
}
