import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Item } from '~/platform/api/types'
import { PAIR_ID, aPair, aPairItem, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, memberWith, listOf, problem, server } from '~/testing/server'

/** Somebody who may log a meeting, and what the form reads: one running pair, no meeting yet. */
function serveForm() {
  memberWith(['meetings.view', 'meetings.log', 'pairs.view'])
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
  )
}

describe('logging a meeting', () => {
  it('takes one screen: the only pair is chosen, the expected meeting is offered', async () => {
    serveForm()
    const sent: { key: string | null; body: unknown }[] = []
    server.use(
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

describe('the date of a meeting', () => {
  async function openForm() {
    serveForm()
    const sent: { heldOn: string; minutes: number }[] = []
    server.use(
      http.post(`${O}/meetings`, async ({ request }) => {
        sent.push((await request.json()) as (typeof sent)[number])
        return HttpResponse.json({ id: 'm', version: 1 }, { status: 201 })
      }),
    )
    const { user } = openSchoolPage('meetings/new')
    await waitFor(() =>
      expect(screen.getByRole('combobox', { name: /Какая встреча/ })).toHaveValue('Пробная'),
    )
    await user.click(screen.getByRole('radio', { name: 'Онлайн' }))
    await user.type(screen.getByLabelText(/Что получилось/), 'Разобрали план урока')
    const date = screen.getByLabelText(/^Когда/)
    const retype = async (text: string) => {
      await user.clear(date)
      if (text) await user.type(date, text)
      await user.tab()
    }
    return { user, sent, date, retype, save: screen.getByRole('button', { name: 'Записать' }) }
  }

  it('stays as it was typed while it is not understood, and nothing is sent', async () => {
    const { user, sent, date, retype, save } = await openForm()
    await retype('7.4.2o26')
    expect(date).toHaveValue('7.4.2o26')
    expect(date).toBeInvalid()
    expect(screen.getByText(/Не похоже на дату/)).toBeVisible()
    await user.click(save)
    expect(date).toHaveFocus()
    expect(date).toHaveValue('7.4.2o26')
    expect(sent).toEqual([])
    await retype('7/4/26')
    expect(date).toHaveValue('07.04.2026')
    expect(date).toBeValid()
    await user.click(save)
    await waitFor(() => expect(sent).toMatchObject([{ heldOn: '2026-04-07' }]))
  })

  it('is never a day that has not come, and a number is never changed silently', async () => {
    const { user, sent, date, retype, save } = await openForm()
    await retype('16.04.2026')
    expect(date).toHaveValue('16.04.2026')
    expect(screen.getByText('Не позже 15.04.2026')).toBeVisible()
    await retype('')
    await user.click(save)
    expect(sent).toEqual([])
    await retype('15.04.2026')
    const minutes = screen.getByLabelText(/Минут/)
    await user.clear(minutes)
    await user.type(minutes, '900')
    await user.click(save)
    await waitFor(() => expect(sent).toMatchObject([{ heldOn: '2026-04-15', minutes: 900 }]))
  })
})

describe('correcting a meeting', () => {
  const MEETING_ID = '0190a000-0000-7000-8000-0000000000e1'
  const aMeeting = (part: Partial<Item<'listMeetings'>> = {}): Item<'listMeetings'> => ({
    id: MEETING_ID,
    version: 4,
    pairId: PAIR_ID,
    mentorName: 'Соловьёва В. А.',
    menteeName: 'Клюев Е.',
    type: 'regular',
    heldOn: '2026-04-14',
    minutes: 45,
    mode: 'online',
    outcome: 'Разобрали урок',
    nextOn: '2026-04-28',
    loggedOn: '2026-04-14',
    loggedAs: 'mentor',
    allowed: ['correctMeeting'],
    ...part,
  })
  const show = (...meetings: Item<'listMeetings'>[]) =>
    server.use(http.get(`${O}/meetings`, () => listOf(meetings)))

  it('starts from the entry, and the list then shows what was put right', async () => {
    memberWith(['meetings.view', 'meetings.log'])
    show(aMeeting(), aMeeting({ id: 'other', heldOn: '2026-03-02', allowed: [] }))
    let sent: unknown
    server.use(
      http.put(`${O}/meetings/${MEETING_ID}`, async ({ request }) => {
        sent = { match: request.headers.get('If-Match'), body: await request.json() }
        show(aMeeting({ version: 5, outcome: 'Разобрали план урока' }))
        return HttpResponse.json({ id: MEETING_ID, version: 5 })
      }),
    )
    const { user } = openSchoolPage('meetings')
    const buttons = await screen.findAllByRole('button', { name: /^Исправить встречу/ })
    expect(buttons.map((button) => button.ariaLabel)).toEqual(['Исправить встречу 14.04.2026'])
    await user.click(buttons[0]!)
    const dialog = await screen.findByRole('dialog')
    const outcome = within(dialog).getByLabelText(/Что получилось/)
    await user.clear(outcome)
    await user.type(outcome, 'Разобрали план урока')
    await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }))
    expect(await screen.findByText('Встреча исправлена')).toBeVisible()
    expect(await screen.findByRole('cell', { name: 'Разобрали план урока' })).toBeVisible()
    expect(sent).toEqual({
      match: '"4"',
      body: {
        type: 'regular',
        heldOn: '2026-04-14',
        minutes: 45,
        mode: 'online',
        outcome: 'Разобрали план урока',
        nextOn: '2026-04-28',
      },
    })
  })

  it('strikes out an entry that was logged twice, with a reason', async () => {
    memberWith(['meetings.view', 'meetings.log'])
    show(aMeeting({ allowed: ['strikeOutMeeting'] }))
    let sent: unknown
    server.use(
      http.post(`${O}/meetings/${MEETING_ID}/striking-out`, async ({ request }) => {
        sent = { match: request.headers.get('If-Match'), body: await request.json() }
        show()
        return HttpResponse.json({ id: MEETING_ID, version: 5 })
      }),
    )
    const { user } = openSchoolPage('meetings')
    await user.click(await screen.findByRole('button', { name: 'Вычеркнуть встречу 14.04.2026' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/Почему запись неверна/), 'Записана дважды')
    await user.click(within(dialog).getByRole('button', { name: 'Вычеркнуть' }))
    expect(await screen.findByText('Запись о встрече вычеркнута')).toBeVisible()
    expect(sent).toEqual({ match: '"4"', body: { reason: 'Записана дважды' } })
  })

  it('keeps what was typed when the time for it is over, and says so', async () => {
    memberWith(['meetings.view', 'meetings.log'])
    show(aMeeting())
    server.use(
      http.put(`${O}/meetings/${MEETING_ID}`, () => problem(409, 'meeting.correction_over')),
    )
    const { user } = openSchoolPage('meetings')
    await user.click(await screen.findByRole('button', { name: /^Исправить встречу/ }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/Что получилось/), ' вместе')
    await user.click(within(dialog).getByRole('button', { name: 'Сохранить' }))
    expect(await within(dialog).findByRole('alert')).toBeVisible()
    expect(within(dialog).getByLabelText(/Что получилось/)).toHaveValue('Разобрали урок вместе')
  })
})
