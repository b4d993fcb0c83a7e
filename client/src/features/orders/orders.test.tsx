import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer } from '~/platform/api/types'
import { MENTOR_PERSON, ORDER_ID, PAIR_ID, aPairItem, anOrder } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

const show = (order = anOrder()) =>
  server.use(http.get(`${O}/orders/${ORDER_ID}`, () => HttpResponse.json(order)))

beforeEach(() => {
  memberWith(['orders.view', 'orders.draft'])
  server.use(
    http.get(O, () => HttpResponse.json({ fullName: 'МБОУ «Школа № 3»', locality: 'г. Луга' })),
  )
})

describe('orders', () => {
  it('are drafted from the pairs that are ready', async () => {
    let body: unknown
    show()
    server.use(
      http.get(`${O}/pairs`, ({ request }) => {
        expect(new URL(request.url).searchParams.get('state')).toBe('consentsCollected')
        return listOf([aPairItem(), aPairItem({ id: 'other' })])
      }),
      http.post(`${O}/orders`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json(anOrder(), { status: 201 })
      }),
    )
    const { user, address } = openSchoolPage('orders/new')
    const [, second] = await screen.findAllByRole('checkbox')
    await user.click(second!)
    await user.click(screen.getByRole('button', { name: 'Составить проект' }))
    await waitFor(() => expect(address()).toContain(`/orders/${ORDER_ID}`))
    expect(body).toEqual({ pairIds: [PAIR_ID] })
  })

  it('are read on the page and printed from the sealed file only', async () => {
    show(anOrder({ state: 'inForce', number: '14-од', signedOn: '2026-04-16' }))
    openSchoolPage(`orders/${ORDER_ID}`)
    const paper = await screen.findByRole('region', { name: 'О закреплении наставнических пар' })
    expect(within(paper).getByText('ПРИКАЗЫВАЮ:')).toBeInTheDocument()
    expect(within(paper).getByText('№ 14-од')).toBeInTheDocument()
    // The control clause has a number as well.
    const clauses = within(paper).getAllByRole('listitem')
    expect(clauses).toHaveLength(3)
    expect(clauses[2]).toHaveTextContent(anOrder().control)
    expect(within(paper).queryByText('ПРОЕКТ')).not.toBeInTheDocument()
    expect(await within(paper).findByText('г. Луга')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: /Скачать/ })).toHaveAttribute(
      'href',
      expect.stringContaining(`/orders/${ORDER_ID}/document`),
    )
    expect(screen.queryByRole('button', { name: 'Печать' })).not.toBeInTheDocument()
    expect(screen.getByText(/Приказ печатают из файла .docx/)).toBeInTheDocument()
  })

  it('say that they are drafts', async () => {
    show(anOrder())
    openSchoolPage(`orders/${ORDER_ID}`)
    expect(await screen.findByText('ПРОЕКТ')).toBeInTheDocument()
  })

  it('are signed by the version that was read; what others lack is said in words', async () => {
    show(anOrder({ allowed: ['signOrder'] }))
    let sent: unknown
    server.use(
      http.post(`${O}/orders/${ORDER_ID}/signature`, async ({ request }) => {
        sent = { match: request.headers.get('If-Match'), body: await request.json() }
        const missing = [{ code: 'addendumMissing' as const, personId: MENTOR_PERSON }]
        const [pair] = anOrder().pairs
        show(
          anOrder({
            state: 'inForce',
            number: '15',
            pairs: [{ ...pair!, state: 'approvedByOrder', gate: { open: false, missing } }],
          }),
        )
        const answer: Answer<'signOrder'> = {
          id: ORDER_ID,
          version: 3,
          state: 'inForce',
          number: '15',
          signedOn: '2026-04-15',
          documentSha256: 'ab',
          activated: [],
          waiting: [{ pairId: PAIR_ID, missing }],
        }
        return HttpResponse.json(answer)
      }),
    )
    const { user } = openSchoolPage(`orders/${ORDER_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Подписать' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('button', { name: 'Приказ подписан' }))
    expect(await screen.findByText(/Нет дополнительного соглашения/)).toHaveTextContent(
      'Соловьёва В. А. — Клюев Е.',
    )
    expect(sent).toEqual({ match: '"2"', body: { number: null, signedOn: '2026-04-15' } })
  })

  it('keep what was typed when somebody else has changed the draft', async () => {
    show(anOrder({ allowed: ['editOrder'] }))
    const versions: (string | null)[] = []
    server.use(
      http.put(`${O}/orders/${ORDER_ID}`, ({ request }) => {
        versions.push(request.headers.get('If-Match'))
        if (versions.length > 1) return HttpResponse.json(anOrder())
        show(anOrder({ version: 3, allowed: ['editOrder'] }))
        return problem(412, 'version.stale')
      }),
    )
    const { user } = openSchoolPage(`orders/${ORDER_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Изменить' }))
    const heading = await screen.findByLabelText(/Заголовок/)
    await user.clear(heading)
    await user.type(heading, 'О наставничестве')
    await user.click(screen.getByRole('button', { name: 'Сохранить' }))
    await user.click(await screen.findByRole('button', { name: 'Оставить мой вариант' }))
    expect(heading).toHaveValue('О наставничестве')
    await user.click(screen.getByRole('button', { name: 'Сохранить' }))
    expect(await screen.findByText('Сохранено')).toBeVisible()
    expect(versions).toEqual(['"2"', '"3"'])
  })

  it('count who has read them, and the clerk records the rest', async () => {
    show(anOrder({ state: 'inForce', signedOn: '2026-04-15', allowed: ['acknowledgeOrder'] }))
    let body: unknown
    server.use(
      http.post(`${O}/orders/${ORDER_ID}/acknowledgments`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json(anOrder())
      }),
    )
    const { user } = openSchoolPage(`orders/${ORDER_ID}`)
    expect(await screen.findByRole('heading', { name: 'Ознакомлены 0 из 1' })).toBeVisible()
    await user.click(screen.getByRole('checkbox', { name: 'Соловьёва Вера Андреевна' }))
    await user.click(screen.getByRole('button', { name: 'Записать' }))
    expect(await screen.findByText('Ознакомление записано')).toBeVisible()
    expect(body).toEqual({ personIds: [MENTOR_PERSON], acknowledgedOn: '2026-04-15' })
  })

  it('are given up as drafts only after a question, by the version that was read', async () => {
    show(anOrder({ allowed: ['cancelOrder'] }))
    const matches: (string | null)[] = []
    server.use(
      http.post(`${O}/orders/${ORDER_ID}/cancellation`, ({ request }) => {
        matches.push(request.headers.get('If-Match'))
        const cancelled = anOrder({ state: 'cancelled', version: 3 })
        show(cancelled)
        return HttpResponse.json(cancelled)
      }),
    )
    const { user } = openSchoolPage(`orders/${ORDER_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Снять проект' }))
    const dialog = await screen.findByRole('dialog')
    expect(matches).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Снять проект' }))
    expect(await screen.findByText('Проект снят')).toBeVisible()
    expect(matches).toEqual(['"2"'])
    expect(screen.queryByRole('button', { name: 'Снять проект' })).not.toBeInTheDocument()
    expect(screen.queryByRole('heading', { name: /Ознакомлены/ })).not.toBeInTheDocument()
  })

  it('are revoked with a day and a reason, which the page then shows', async () => {
    const signed = { state: 'inForce', number: '14-од', signedOn: '2026-04-13' } as const
    show(anOrder({ ...signed, allowed: ['revokeOrder'] }))
    let sent: unknown
    server.use(
      http.post(`${O}/orders/${ORDER_ID}/revocation`, async ({ request }) => {
        const body = (await request.json()) as { revokedOn: string; reason: string }
        sent = { match: request.headers.get('If-Match'), body }
        show(anOrder({ ...signed, state: 'revoked', version: 3, revocation: body }))
        return HttpResponse.json({})
      }),
    )
    const { user } = openSchoolPage(`orders/${ORDER_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Отменить приказ' }))
    const dialog = await screen.findByRole('dialog')
    const confirm = within(dialog).getByRole('button', { name: 'Отменить приказ' })
    await user.click(confirm)
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Почему приказ отменён')
    expect(sent).toBeUndefined()
    await user.type(within(dialog).getByLabelText(/Почему/), 'Ошибка в должности наставника')
    await user.click(confirm)
    expect(await screen.findByText('Приказ отменён 15.04.2026')).toBeVisible()
    expect(screen.getByText('Ошибка в должности наставника')).toBeVisible()
    expect(sent).toEqual({
      match: '"2"',
      body: { revokedOn: '2026-04-15', reason: 'Ошибка в должности наставника' },
    })
  })

  it('offer neither to whom the server does not allow it', async () => {
    show(anOrder({ allowed: ['editOrder'] }))
    openSchoolPage(`orders/${ORDER_ID}`)
    expect(await screen.findByRole('button', { name: 'Изменить' })).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Снять проект' })).not.toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Отменить приказ' })).not.toBeInTheDocument()
  })
})
