import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { Guarded } from './pages'

type AsyncPage = AsyncRouteComponent<object>
type Load<N extends string> = () => Promise<Record<N, ComponentType>>

/** A page fetched when it is opened, shown to those who hold its permission. */
export function guarded<N extends string>(permission: string, load: Load<N>, name: N) {
  const Page = lazyRouteComponent(load as Load<string>, name) as AsyncPage
  return Object.assign(
    () => (
      <Guarded permission={permission}>
        <Page />
      </Guarded>
    ),
    { preload: Page.preload },
  )
}
