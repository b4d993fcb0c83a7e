import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'
import type { Membership, Session } from '~/platform/session/SessionContext'

/** Where the pretended server answers. */
export const API = `${window.location.origin}/api/v1`
export const ORGANIZATION_ID = '0190a000-0000-7000-8000-000000000001'
export const MUNICIPALITY_ID = '0190a000-0000-7000-8000-000000000002'
export const REGION_ID = '0190a000-0000-7000-8000-000000000003'
/** The organization's part of every address. */
export const O = `${API}/organizations/${ORGANIZATION_ID}`
export const TODAY = '2026-04-15'

export const server = setupServer()

export function aMembership(part: Partial<Membership> = {}): Membership {
  return {
    tenantId: ORGANIZATION_ID,
    tenantKind: 'organization',
    tenantName: 'МБОУ «Средняя школа № 3»',
    tenantShortName: 'Школа № 3',
    today: TODAY,
    timeZone: 'Europe/Moscow',
    personId: null,
    roles: ['curator'],
    permissions: [],
    ...part,
  }
}

export function aSession(part: Partial<Session> = {}): Session {
  return {
    accountId: '0190a000-0000-7000-8000-0000000000aa',
    displayName: 'Полякова Инна Львовна',
    antiforgeryToken: 'token-1',
    demo: false,
    memberships: [aMembership()],
    ...part,
  }
}

/** Signs in: the session endpoint gives this session from now on. */
export function signedInAs(session: Session) {
  server.use(http.get(`${API}/accounts/session`, () => HttpResponse.json(session)))
}

/** A member of the school with these permissions. */
export function memberWith(permissions: string[], part: Partial<Membership> = {}) {
  signedInAs(aSession({ memberships: [aMembership({ permissions, ...part })] }))
}

/** An answer in the problem format. */
export function problem(status: number, code: string, more: Record<string, unknown> = {}) {
  return HttpResponse.json(
    { type: 'about:blank', title: code, status, code, traceId: 'trace-1', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  )
}

export function listOf<T>(items: T[], nextCursor: string | null = null, total = items.length) {
  return HttpResponse.json({ items, nextCursor, total })
}
