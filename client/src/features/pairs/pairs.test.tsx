import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import {
  MENTEE_ID,
  MENTOR_ID,
  MENTOR_PERSON,
  PAIR_ID,
  aMember,
  aMentee,
  aMentor,
  aPair,
  aReference,
} from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

const show = (pair = aPair()) =>
  server.use(http.get(`${O}/pairs/${PAIR_ID}`, () => HttpResponse.json(pair)))

beforeEach(() => {
  memberWith(['pairs.view', 'pairs.propose', 'mentors.view', 'mentees.view'])
  server.use(http.get(`${O}/reference`, () => HttpResponse.json(aReference())))
})

describe('a new pair', () => {
  it('is proposed from the two banks with a form', async () => {
    let body: unknown
    show()
    server.use(
      http.get(`${O}/mentors`, () => listOf([aMentor()])),
      http.get(`${O}/mentees`, () => listOf([aMentee()])),
      http.get(`${O}/mentors/${MENTOR_ID}`, () => HttpResponse.json(aMentor())),
      http.get(`${O}/mentees/${MENTEE_ID}`, () => HttpResponse.json(aMentee())),
      http.post(`${O}/pairs`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json(aPair(), { status: 201 })
      }),
    )
    const { user, address } = openSchoolPage('pairs/new')
    await user.click(await screen.findByRole('combobox', { name: /^Наставник/ }))
    await user.click(await screen.findByRole('option', { name: /Соловьёва/ }))
    await user.click(screen.getByRole('combobox', { name: /^Наставляемый/ }))
    await user.click(await screen.findByRole('option', { name: /Клюев/ }))
    const offer = await screen.findByRole('region', { name: 'Что умеет наставник' })
    const needs = await screen.findByRole('region', { name: 'С чем нужна помощь' })
    expect(within(offer).getAllByRole('listitem')).not.toHaveLength(0)
    expect(within(needs).getAllByRole('listitem')).not.toHaveLength(0)
    await user.click(screen.getByRole('button', { name: 'Предложить пару' }))
    expect(await screen.findByText('Выберите форму')).toBeVisible()
    await user.click(screen.getByRole('combobox', { name: /Форма наставничества/ }))
    await user.click(await screen.findByRole('option', { name: 'Учитель – учитель' }))
    await user.click(await screen.findByRole('combobox', { name: /Ролевая модель/ }))
    await user.click(await screen.findByRole('option', { name: /Опытный/ }))
    await user.click(screen.getByRole('button', { name: 'Предложить пару' }))
    await waitFor(() => expect(address()).toContain(`/pairs/${PAIR_ID}`))
    expect(body).toEqual({
      mentorId: MENTOR_ID,
      menteeId: MENTEE_ID,
      formCode: 'teacher-teacher',
      roleModelCode: 'experienced-novice',
      kindCodes: [],
      topic: null,
    })
  })
})

describe('a pair’s page', () => {
  it('says in words what is missing', async () => {
    show()
    openSchoolPage(`pairs/${PAIR_ID}`)
    expect(await screen.findByText('Чтобы пара работала, не хватает')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Закрыть пару' })).toBeNull()
  })

  it('lets a member agree for oneself, by the version that was read', async () => {
    memberWith(['pairs.view'])
    show(
      aPair({
        members: [
          aMember({
            isMine: true,
            allowed: ['agreeToPair', 'declinePair'],
            dutyConsentText: { version: 'mentor-1', text: 'Согласен быть наставником.' },
          }),
        ],
      }),
    )
    const sent: unknown[] = []
    server.use(
      http.post(`${O}/pairs/${PAIR_ID}/agreement`, async ({ request }) => {
        sent.push({ match: request.headers.get('If-Match'), body: await request.json() })
        return problem(412, 'version.stale')
      }),
    )
    const { user } = openSchoolPage(`pairs/${PAIR_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Согласиться' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getByText('Согласен быть наставником.')).toBeVisible()
    const confirm = within(dialog).getByRole('button', { name: 'Согласиться' })
    expect(confirm).toBeDisabled()
    await user.click(within(dialog).getByLabelText(/согласие добровольное/))
    await user.click(confirm)
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('запись изменили')
    expect(sent).toEqual([{ match: '"4"', body: { personId: MENTOR_PERSON, onPaper: null } }])
  })

  it('closes with a ground and an explanation', async () => {
    show(aPair({ state: 'active', allowed: ['closePair'] }))
    let body: unknown
    server.use(
      http.post(`${O}/pairs/${PAIR_ID}/closing`, async ({ request }) => {
        body = await request.json()
        show(aPair({ state: 'closed' }))
        return HttpResponse.json(aPair({ state: 'closed' }))
      }),
    )
    const { user } = openSchoolPage(`pairs/${PAIR_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Закрыть пару' }))
    const dialog = await screen.findByRole('dialog')
    await user.click(within(dialog).getByRole('combobox', { name: /Основание/ }))
    await user.click(await screen.findByRole('option', { name: 'По решению куратора' }))
    await user.click(await within(dialog).findByRole('combobox', { name: /Причина/ }))
    await user.click(await screen.findByRole('option', { name: 'Непреодолимые обстоятельства' }))
    await user.type(within(dialog).getByLabelText(/Пояснение/), 'Переезд')
    await user.click(within(dialog).getByRole('button', { name: 'Закрыть пару' }))
    expect(await screen.findByText('Пара закрыта')).toBeVisible()
    expect(body).toEqual({
      ground: 'byCurator',
      cause: 'forceMajeure',
      explanation: 'Переезд',
      closedOn: '2026-04-15',
    })
  })

  it('that does not exist is a page of its own', async () => {
    server.use(http.get(`${O}/pairs/${PAIR_ID}`, () => problem(404, 'resource.not_found')))
    openSchoolPage(`pairs/${PAIR_ID}`)
    expect(await screen.findByRole('heading', { name: 'Страница не найдена' })).toBeVisible()
  })
})
