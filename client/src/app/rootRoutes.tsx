import { createRootRoute, createRoute } from '@tanstack/react-router'
import { Root, TenantRoot } from './pages'

export const root = createRootRoute({ component: Root })

export const organization = createRoute({
  getParentRoute: () => root,
  path: '/o/$organizationId',
  component: TenantRoot,
})
