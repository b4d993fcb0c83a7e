import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { searchOf } from '~/ui/useListSearch'
import { guarded } from './guarded'
import { KeysPage } from './keysPage'
import { organizationRoutes } from './organizationRoutes'
import { HomePage, INVITATION_PATH, TenantHomePage, TenantRoot } from './pages'
import { root } from './rootRoutes'

const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage })
const invitation = createRoute({
  getParentRoute: () => root,
  path: INVITATION_PATH,
  validateSearch: searchOf('login'),
  component: lazyRouteComponent(
    () => import('~/features/accounts/AcceptInvitationPage'),
    'AcceptInvitationPage',
  ),
})
const account = createRoute({
  getParentRoute: () => root,
  path: '/account',
  component: lazyRouteComponent(
    () => import('~/features/accounts/ChangePasswordPage'),
    'ChangePasswordPage',
  ),
})

const municipality = createRoute({
  getParentRoute: () => root,
  path: '/m/$municipalityId',
  component: TenantRoot,
})
const inMunicipality = { getParentRoute: () => municipality }
const municipalityHome = createRoute({ ...inMunicipality, path: '/', component: TenantHomePage })
const municipalDashboard = createRoute({
  ...inMunicipality,
  path: 'dashboard',
  component: guarded(
    'figures.municipality',
    () => import('~/features/figures/MunicipalDashboardPage'),
    'MunicipalDashboardPage',
  ),
})
const organizations = createRoute({
  ...inMunicipality,
  path: 'organizations',
  validateSearch: searchOf('q'),
  component: guarded(
    'organizations.list',
    () => import('~/features/organizations/OrganizationsPage'),
    'OrganizationsPage',
  ),
})

const municipalKeys = createRoute({ ...inMunicipality, path: 'keys', component: KeysPage })

const region = createRoute({
  getParentRoute: () => root,
  path: '/r/$regionId',
  component: TenantRoot,
})
const inRegion = { getParentRoute: () => region }
const regionHome = createRoute({ ...inRegion, path: '/', component: TenantHomePage })
const regionalDashboard = createRoute({
  ...inRegion,
  path: 'dashboard',
  component: guarded(
    'figures.region',
    () => import('~/features/figures/RegionalDashboardPage'),
    'RegionalDashboardPage',
  ),
})
const municipalityOfRegion = createRoute({
  ...inRegion,
  path: 'municipalities/$municipalityId',
  component: guarded(
    'figures.region',
    () => import('~/features/figures/MunicipalityOfRegionPage'),
    'MunicipalityOfRegionPage',
  ),
})

const regionalKeys = createRoute({ ...inRegion, path: 'keys', component: KeysPage })
const workRuns = createRoute({
  ...inRegion,
  path: 'work-runs',
  validateSearch: searchOf('kind', 'outcome'),
  component: guarded(
    'workRuns.view',
    () => import('~/features/workRuns/WorkRunsPage'),
    'WorkRunsPage',
  ),
})

/** Every address of the client. */
export const routeTree = root.addChildren([
  home,
  invitation,
  account,
  organizationRoutes,
  municipality.addChildren([municipalityHome, municipalDashboard, organizations, municipalKeys]),
  region.addChildren([regionHome, regionalDashboard, municipalityOfRegion, workRuns, regionalKeys]),
])
