import { useRouterState } from '@tanstack/react-router'
import { createContext, useContext } from 'react'
import type { Answer } from '../api/types'
import { tenantOf } from '../tenancy/tenantPath'

export type Session = Answer<'getSession'>
export type Membership = Session['memberships'][number]

export const SessionContext = createContext<Session | null>(null)

/** The session of the person who is signed in. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('A page outside of the session asked for it')
  return session
}

/** The membership that the address names; undefined when it names a tenant of others. */
export function useCurrentMembership(): Membership | undefined {
  const session = useSession()
  const pathname = useRouterState({ select: (state) => state.location.pathname })
  const tenant = tenantOf(pathname)
  return session.memberships.find(
    (membership) => membership.tenantId === tenant?.id && membership.tenantKind === tenant.kind,
  )
}

/** The membership of a page inside a tenant. */
export function useMembership(): Membership {
  const membership = useCurrentMembership()
  if (!membership) throw new Error('A page outside of a tenant asked for its membership')
  return membership
}

/** The tenant's own "today": the demo's calendar is not the machine's. */
export function useToday(): string {
  return useMembership().today
}

/** Path parameters of every call inside the current organization. */
export function useOrganizationId(): string {
  return useMembership().tenantId
}

/** Whether the person holds a permission in the current tenant. Pages never ask for a role. */
export function usePermission(code: string): boolean {
  return useCurrentMembership()?.permissions.includes(code) ?? false
}
