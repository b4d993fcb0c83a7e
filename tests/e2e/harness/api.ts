import { randomUUID } from 'node:crypto'
import { type APIRequestContext, type Browser, expect, request } from '@playwright/test'

/** Password of the demonstration's logins. */
export const DEMO_PASSWORD = 'mentoring-2026'

const LEVELS = {
  organization: 'organizations',
  municipality: 'municipalities',
  region: 'regions',
} as const

export interface Membership {
  tenantId: string
  tenantKind: keyof typeof LEVELS
  tenantShortName: string
  today: string
  roles: string[]
}

interface Session {
  accountId: string
  displayName: string
  antiforgeryToken: string
  memberships: Membership[]
}

export type StorageState = Exclude<
  NonNullable<Parameters<Browser['newContext']>[0]>['storageState'],
  string | undefined
>

// eslint-style note: answers are read by tests alone, each of which names what it needs.
type Json = Record<string, unknown>

/** A person at the API: what a test needs to stand before it opens a browser. */
export class Api {
  private constructor(
    private readonly http: APIRequestContext,
    readonly session: Session,
  ) {}

  static async signIn(login: string, password = DEMO_PASSWORD): Promise<Api> {
    return Api.enter('accounts/sign-in', { login, password })
  }

  /** The first password, by the one-time code. */
  static async accept(login: string, code: string, newPassword: string): Promise<Api> {
    return Api.enter('accounts/invitations/accept', { login, code, newPassword })
  }

  private static async enter(path: string, data: Json): Promise<Api> {
    const http = await request.newContext({ baseURL: `${process.env.MENTORING_URL}/api/v1/` })
    const answer = await http.post(path, { data })
    expect(answer.status(), await answer.text()).toBe(200)
    return new Api(http, (await answer.json()) as Session)
  }

  get home(): Membership {
    return this.session.memberships[0]!
  }

  /** Cookies for a browser that goes on in this very session. */
  storageState(): Promise<StorageState> {
    return this.http.storageState()
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path)
  }

  post<T>(path: string, data: Json = {}, version?: number): Promise<T> {
    return this.send('POST', path, data, version)
  }

  async signOut() {
    await this.http.post('accounts/sign-out', { headers: this.headers() })
  }

  close() {
    return this.http.dispose()
  }

  private async send<T>(method: string, path: string, data?: Json, version?: number): Promise<T> {
    const { tenantKind, tenantId } = this.home
    const answer = await this.http.fetch(`${LEVELS[tenantKind]}/${tenantId}/${path}`, {
      method,
      headers: this.headers(version),
      ...(data ? { data } : {}),
    })
    expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (await answer.json()) as T
  }

  private headers(version?: number): Record<string, string> {
    return {
      'X-Antiforgery': this.session.antiforgeryToken,
      'Idempotency-Key': randomUUID(),
      ...(version === undefined ? {} : { 'If-Match': `"${version}"` }),
    }
  }
}
