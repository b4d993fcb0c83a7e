import { screen, waitFor } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { PAIR_ID, aPair, aPairItem, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, memberWith, listOf, problem, server } from '~/testing/server'

describe('logging a meeting', () => {
  it('takes one screen: the only pair is chosen, the expected meeting is offered', async () => {
    memberWith(['meetings.view', 'meetings.log', 'pairs.view'])
    const sent: { key: string | null; body: unknown }[] = []
    server.use(
      http.get(`${O}/reference`, () => HttpResponse.json(aReference())),
      http.get(`${O}/pairs`, () => listOf([aPairItem()])),
      http.get(`${O}/pairs/${PAIR_ID}`, () => HttpResponse.json(aPair({ state: 'active' }))),
      http.get(`${O}/meetings`, () =>
        HttpResponse.json({
          items: [],
          nextCursor: null,
          total: 0,
          nextMeeting: { type: 'trial', on: null },
        }),
      ),
      http.post(`${O}/meetings`, async ({ request }) => {
        sent.push({ key: request.headers.get('Idempotency-Key'), body: await request.json() })
        return sent.length === 1
          ? problem(500, 'server.error')
          : HttpResponse.json({ id: 'm', version: 1 }, { status: 201 })
      }),
    )
    const { user, address } = openSchoolPage('meetings/new')
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: /Какая встреча/ })).toHaveValue('Пробная'),
    )
    await user.click(screen.getByRole('radio', { name: 'Онлайн' }))
    await user.type(screen.getByLabelText(/Что получилось/), 'Разобрали план урока')
    await user.click(screen.getByRole('button', { name: 'Записать' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('trace-1')
    await user.click(screen.getByRole('button', { name: 'Записать' }))
    await waitFor(() => expect(address()).toContain(`/pairs/${PAIR_ID}`))
    expect(sent[1]!.body).toEqual({
      pairId: PAIR_ID,
      type: 'trial',
      heldOn: '2026-04-15',
      minutes: 45,
      mode: 'online',
      outcome: 'Разобрали план урока',
      nextOn: null,
    })
    // Whether the first one was carried out was not known: the repeat must be recognizable.
    expect(sent[1]!.key).toBe(sent[0]!.key)
  })
})
