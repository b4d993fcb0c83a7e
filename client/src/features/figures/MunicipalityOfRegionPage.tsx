import { useLingui } from '@lingui/react/macro'
import { getRouteApi } from '@tanstack/react-router'
import { useRead } from '~/platform/api/api'
import { Loaded } from '~/ui/states'
import { DashboardView } from './DashboardView'

const route = getRouteApi('/r/$regionId/municipalities/$municipalityId')

/** The schools of one municipality, as the region sees them. */
export function MunicipalityOfRegionPage() {
  const { t } = useLingui()
  const path = route.useParams()
  const query = useRead('/regions/{regionId}/municipalities/{municipalityId}/dashboard', { path })
  return (
    <Loaded query={query} page>
      {(dashboard) => (
        <DashboardView
          {...dashboard}
          title={dashboard.tenant.name}
          rowHeader={t`Организация`}
          rows={dashboard.organizations.map(({ organizationId, name, figures }) => ({
            id: organizationId,
            name,
            figures,
          }))}
        />
      )}
    </Loaded>
  )
}
