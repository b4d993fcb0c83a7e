import { useLingui } from '@lingui/react/macro'
import { useRead } from '~/platform/api/api'
import { useMembership } from '~/platform/session/SessionContext'
import { Loaded } from '~/ui/states'
import { DashboardView } from './DashboardView'

/** A municipality's schools by figures. */
export function MunicipalDashboardPage() {
  const { t } = useLingui()
  const { tenantId: municipalityId } = useMembership()
  const query = useRead('/municipalities/{municipalityId}/dashboard', { path: { municipalityId } })
  return (
    <Loaded query={query} page>
      {(dashboard) => (
        <DashboardView
          {...dashboard}
          title={t`Показатели муниципалитета`}
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
