import { Box, Text } from '@mantine/core'
import { Trans, useLingui } from '@lingui/react/macro'
import { Navigate, Outlet, useRouterState } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { SignInPage } from '~/features/accounts'
import { asProblem } from '~/platform/problems/Problem'
import { SessionProvider } from '~/platform/session/SessionProvider'
import { useCurrentMembership, usePermission, useSession } from '~/platform/session/SessionContext'
import { tenantPath } from '~/platform/tenancy/tenantPath'
import { PageHeader } from '~/ui/PageHeader'
import { FailurePage, ForbiddenPage, Loading, NotFoundPage } from '~/ui/states'
import { Shell } from './Shell'
import { navigationOf } from './navigation'

export const INVITATION_PATH = '/accept-invitation'
const LAST_TENANT = 'mentoring.lastTenant'

/** Everything but the invitation page needs a session; a visitor signs in at the address asked for. */
export function Root() {
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  if (pathname === INVITATION_PATH) return <Outlet />
  return (
    <SessionProvider
      loading={<Loading />}
      visitor={<SignInPage />}
      failed={(problem, again) => (
        <Box component="main" p="md">
          <FailurePage problem={problem} onRetry={again} />
        </Box>
      )}
    >
      <Shell>
        <Outlet />
      </Shell>
    </SessionProvider>
  )
}

/** Opens the tenant where the person worked last, or the first one. */
export function HomePage() {
  const { t } = useLingui()
  const { memberships } = useSession()
  const last = localStorage.getItem(LAST_TENANT)
  const home = memberships.find((membership) => membership.tenantId === last) ?? memberships[0]
  if (home) return <Navigate to={tenantPath(home)} replace />
  return (
    <>
      <PageHeader title={t`Нет доступа к организациям`} />
      <Text>
        <Trans>
          У вашей учётной записи пока нет роли ни в одной организации. Обратитесь к куратору или
          руководителю.
        </Trans>
      </Text>
    </>
  )
}

/** A tenant that the person is not a member of does not exist for them. */
export function TenantRoot() {
  const membership = useCurrentMembership()
  if (!membership) return <NotFoundPage />
  localStorage.setItem(LAST_TENANT, membership.tenantId)
  return <Outlet />
}

/** The first page of a tenant that the person may open. */
export function TenantHomePage() {
  const membership = useCurrentMembership()
  const first = membership && navigationOf(membership)[0]
  if (!membership || !first) return <ForbiddenPage />
  const to: string = `${tenantPath(membership)}/${first.segment}`
  return <Navigate to={to} replace />
}

/** Shows a page only to those who hold its permission. */
export function Guarded({ permission, children }: { permission: string; children: ReactNode }) {
  return usePermission(permission) ? children : <ForbiddenPage />
}

export function ErrorPage({ error }: { error: unknown }) {
  return <FailurePage problem={asProblem(error)} onRetry={() => window.location.reload()} />
}
