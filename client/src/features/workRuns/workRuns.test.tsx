import { screen, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { openAt } from '~/testing/renderApp'
import {
  API,
  REGION_ID,
  aMembership,
  aSession,
  listOf,
  problem,
  server,
  signedInAs,
} from '~/testing/server'

const RUNS = `${API}/regions/${REGION_ID}/work-runs`
const DRIFT = `${API}/regions/${REGION_ID}/figures/drift-check`

const kind = (part: Record<string, unknown> = {}) => ({
  kind: 'organization.changed',
  lastRunAt: '2026-04-15T09:00:00Z',
  runs: 12,
  failures: 2,
  averageMs: 140,
  longestMs: 2300,
  due: 3,
  lagSeconds: 4,
  failing: 1,
  parked: 0,
  pausedAt: null,
  allowed: ['pauseWorkKind'],
  ...part,
})

function workIs(kinds: unknown[], nodes: unknown[] = []) {
  server.use(http.get(`${RUNS}/state`, () => HttpResponse.json({ nodes, kinds })))
}

beforeEach(() => {
  signedInAs(
    aSession({
      memberships: [
        aMembership({
          tenantId: REGION_ID,
          tenantKind: 'region',
          permissions: ['workRuns.view', 'workRuns.manage'],
        }),
      ],
    }),
  )
  workIs([kind()])
  server.use(
    http.get(RUNS, () => listOf([])),
    http.get(`${RUNS}/parked`, () => listOf([])),
    http.get(DRIFT, () =>
      HttpResponse.json({
        night: null,
        startedAt: null,
        finishedAt: null,
        tenants: 16,
        checked: 0,
        findings: [],
      }),
    ),
  )
})

describe('background work', () => {
  it('says how each kind stands and what is empty', async () => {
    openAt(`/r/${REGION_ID}/work-runs`)
    const kinds = await screen.findByRole('region', { name: 'Виды работы' })
    const row = await within(kinds).findByRole('row', { name: /Пересчёт организации/ })
    expect(within(row).getByText('12, из них с ошибкой 2')).toBeVisible()
    expect(within(row).getByText(/^3, дольше всего 4/)).toBeVisible()
    expect(within(row).getByText('1 / 0')).toBeVisible()
    expect(await screen.findByText('Отложенных заданий нет')).toBeVisible()
    expect(screen.getByText('Запусков не найдено')).toBeVisible()
    expect(screen.getByText(/Проверки ещё не было/)).toBeVisible()
    expect(screen.getByRole('alert')).toHaveTextContent('Ни один рабочий процесс не отвечает')
  })

  it('is paused after a question, and shown as paused', async () => {
    let sent: string | undefined
    server.use(
      http.post(`${RUNS}/kinds/:kind/pause`, ({ params, request }) => {
        sent = `${params['kind']} ${request.headers.has('Idempotency-Key')}`
        workIs([kind({ pausedAt: '2026-04-15T09:30:00Z', allowed: ['resumeWorkKind'] })])
        return HttpResponse.json({ kind: 'organization.changed', isPaused: true })
      }),
    )
    const { user } = openAt(`/r/${REGION_ID}/work-runs`)
    await user.click(await screen.findByRole('button', { name: /^Приостановить: Пересчёт/ }))
    const dialog = await screen.findByRole('dialog')
    expect(sent).toBeUndefined()
    await user.click(within(dialog).getByRole('button', { name: 'Приостановить' }))
    expect(await screen.findByRole('button', { name: /^Продолжить: Пересчёт/ })).toBeVisible()
    expect(sent).toBe('organization.changed true')
  })

  it('tries a parked item again and names its reason', async () => {
    const parked = {
      id: 'i-1',
      kind: 'pair.closed',
      tenantName: 'Школа № 3',
      parkedAt: '2026-04-15T09:30:00Z',
      attempts: 10,
      reason: 'InvalidOperationException',
    }
    server.use(
      http.get(`${RUNS}/parked`, () => listOf([parked])),
      http.post(`${RUNS}/parked/i-1/retry`, () => {
        server.use(http.get(`${RUNS}/parked`, () => listOf([])))
        return HttpResponse.json({ items: 1 })
      }),
    )
    const { user } = openAt(`/r/${REGION_ID}/work-runs`)
    const list = await screen.findByRole('region', { name: 'Отложенное' })
    expect(await within(list).findByText('InvalidOperationException')).toBeVisible()
    await user.click(within(list).getByRole('button', { name: /^Повторить: .*Школа № 3$/ }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Повторить' }))
    expect(await screen.findByText('Отложенных заданий нет')).toBeVisible()
  })

  it('names what the nightly check has found', async () => {
    server.use(
      http.get(DRIFT, () =>
        HttpResponse.json({
          night: '2026-04-15',
          startedAt: '2026-04-14T23:00:00Z',
          finishedAt: '2026-04-14T23:05:00Z',
          tenants: 16,
          checked: 16,
          findings: [
            {
              tenantId: 't-1',
              tenantName: 'Лицей № 7',
              tenantKind: 'organization',
              night: '2026-04-15',
              foundAt: '2026-04-14T23:01:00Z',
              figures: ['participants', 'activePairs'],
            },
          ],
        }),
      ),
    )
    openAt(`/r/${REGION_ID}/work-runs`)
    expect(await screen.findByText(/Ночь 15\.04\.2026: проверено 16 из 16/)).toBeVisible()
    const found = screen.getByRole('region', { name: 'Расхождения' })
    expect(within(found).getByText('участники, действующие пары')).toBeVisible()
  })

  it('says that it cannot be read, and tries again', async () => {
    server.use(http.get(`${RUNS}/state`, () => problem(500, 'server.error')))
    openAt(`/r/${REGION_ID}/work-runs`)
    const again = await screen.findAllByRole('button', { name: /Повторить|Попробовать/ })
    expect(again.length).toBeGreaterThan(0)
  })
})
