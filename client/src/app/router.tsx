import {
  type RouterHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { NotFoundPage } from '~/ui/states'
import { searchOf } from '~/ui/useListSearch'
import { ErrorPage, HomePage, INVITATION_PATH, Root, TenantHomePage, TenantRoot } from './pages'

const root = createRootRoute({ component: Root })
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

const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$organizationId',
  component: TenantRoot,
})
const organizationHome = createRoute({
  getParentRoute: () => organization,
  path: '/',
  component: TenantHomePage,
})

const municipality = createRoute({
  getParentRoute: () => root,
  path: '/m/$municipalityId',
  component: TenantRoot,
})
const municipalityHome = createRoute({
  getParentRoute: () => municipality,
  path: '/',
  component: TenantHomePage,
})

const region = createRoute({
  getParentRoute: () => root,
  path: '/r/$regionId',
  component: TenantRoot,
})
const regionHome = createRoute({
  getParentRoute: () => region,
  path: '/',
  component: TenantHomePage,
})

const routeTree = root.addChildren([
  home,
  invitation,
  account,
  organization.addChildren([organizationHome]),
  municipality.addChildren([municipalityHome]),
  region.addChildren([regionHome]),
])

export function createAppRouter(history?: RouterHistory) {
  return createRouter({
    routeTree,
    ...(history ? { history } : {}),
    defaultNotFoundComponent: NotFoundPage,
    defaultErrorComponent: ErrorPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
