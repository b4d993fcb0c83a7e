import { type RouterHistory, createRouter } from '@tanstack/react-router'
import { NotFoundPage } from '~/ui/states'
import { ErrorPage } from './pages'
import { routeTree } from './routes'

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
