import { HttpResponse, delay, http } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import { Problem } from '~/platform/problems/Problem'
import {
  antiforgery,
  pageOwner,
  sessionExpired,
  sessionIsBack,
  stranger,
} from '~/platform/session/expiry'
import { API, problem, server } from '~/testing/server'
import { SubmissionKey, newKey } from './idempotency'
import { outage, retryNow, stopWaiting } from './outage'
import { transport } from './transport'

const read = () => new Request(`${API}/thing`)
const write = (headers: Record<string, string> = {}) =>
  new Request(`${API}/thing`, { method: 'POST', body: '{"text":"typed"}', headers })

async function until(condition: () => boolean) {
  while (!condition()) await delay(5)
}

afterEach(() => stopWaiting())

describe('transport', () => {
  it('sends the antiforgery token with unsafe requests only', async () => {
    const seen: (string | null)[] = []
    server.use(
      http.all(`${API}/thing`, ({ request }) => {
        seen.push(request.headers.get('X-Antiforgery'))
        return HttpResponse.json({})
      }),
    )
    antiforgery.set('t-1')
    await transport(read())
    await transport(write())
    expect(seen).toEqual([null, 't-1'])
  })

  it('waits when the server is away and then sends the same again', async () => {
    const bodies: string[] = []
    server.use(
      http.post(`${API}/thing`, async ({ request }) => {
        bodies.push(`${request.headers.get('Idempotency-Key')} ${await request.text()}`)
        return bodies.length === 1
          ? new HttpResponse(null, { status: 503, headers: { 'Retry-After': '60' } })
          : HttpResponse.json({ ok: true })
      }),
    )
    const answer = transport(write({ 'Idempotency-Key': 'k-1' }))
    await until(() => outage.get() !== null)
    expect(bodies).toHaveLength(1)
    retryNow()
    expect((await answer).status).toBe(200)
    expect(bodies).toEqual(['k-1 {"text":"typed"}', 'k-1 {"text":"typed"}'])
    expect(outage.get()).toBeNull()
  })

  it('gives the answer back when the reader does not want to wait', async () => {
    server.use(http.get(`${API}/thing`, () => problem(503, 'server.unavailable')))
    const answer = transport(read())
    await until(() => outage.get() !== null)
    stopWaiting()
    expect((await answer).status).toBe(503)
  })

  it('never repeats by itself what might then be done twice', async () => {
    let calls = 0
    server.use(
      http.post(`${API}/thing`, () => {
        calls++
        return HttpResponse.error()
      }),
    )
    await expect(transport(write())).rejects.toMatchObject({ code: 'connection.lost' })
    expect(calls).toBe(1)
  })

  it('asks to sign in when the session has expired and repeats with the new token', async () => {
    const tokens: (string | null)[] = []
    server.use(
      http.post(`${API}/thing`, ({ request }) => {
        tokens.push(request.headers.get('X-Antiforgery'))
        return tokens.length === 1 ? problem(401, 'session.required') : HttpResponse.json({})
      }),
    )
    antiforgery.set('old')
    const answer = transport(write())
    await until(() => sessionExpired.get())
    antiforgery.set('new')
    sessionIsBack(true)
    expect((await answer).status).toBe(200)
    expect(tokens).toEqual(['old', 'new'])
  })

  it('takes the token of a session that was begun in another tab', async () => {
    const tokens: (string | null)[] = []
    server.use(
      http.post(`${API}/thing`, ({ request }) => {
        tokens.push(request.headers.get('X-Antiforgery'))
        return tokens.length === 1 ? problem(400, 'request.antiforgery') : HttpResponse.json({})
      }),
      http.get(`${API}/accounts/session`, () =>
        HttpResponse.json({ accountId: 'me', antiforgeryToken: 'other' }),
      ),
    )
    antiforgery.set('mine')
    pageOwner.set('me')
    expect((await transport(write())).status).toBe(200)
    expect(tokens).toEqual(['mine', 'other'])
  })

  it('sends nothing in the name of somebody who has signed in in another tab', async () => {
    let calls = 0
    server.use(
      http.post(`${API}/thing`, () => {
        calls++
        return problem(400, 'request.antiforgery')
      }),
      http.get(`${API}/accounts/session`, () =>
        HttpResponse.json({
          accountId: 'other',
          displayName: 'Пробная Мария',
          antiforgeryToken: 'other',
        }),
      ),
    )
    antiforgery.set('mine')
    pageOwner.set('me')
    await expect(transport(write())).rejects.toMatchObject({ code: 'session.other_account' })
    expect(calls).toBe(1)
    expect(stranger.get()).toBe('Пробная Мария')
    expect(antiforgery.get()).toBe('mine')
  })

  it('does not ask to sign in when it is the sign-in that failed', async () => {
    server.use(http.post(`${API}/accounts/sign-in`, () => problem(401, 'accounts.wrong')))
    const answer = await transport(new Request(`${API}/accounts/sign-in`, { method: 'POST' }))
    expect(answer.status).toBe(401)
    expect(sessionExpired.get()).toBe(false)
  })
})

describe('the key of a filled form', () => {
  it('is a UUID', () => {
    expect(newKey()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })

  it('stays while the outcome is not known and changes when it is', () => {
    const key = new SubmissionKey()
    const first = key.take()
    expect(key.take()).toBe(first)
    key.failed(new Problem({ status: 0, code: 'connection.lost' }))
    key.failed(new Problem({ status: 503, code: 'http.503' }))
    expect(key.take()).toBe(first)
    key.failed(new Problem({ status: 409, code: 'pair.exists' }))
    const second = key.take()
    expect(second).not.toBe(first)
    key.accepted()
    expect(key.take()).not.toBe(second)
  })
})
