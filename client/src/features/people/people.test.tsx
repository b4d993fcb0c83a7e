import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { MENTEE_ID, MENTEE_PERSON, PARENT_PERSON, aMentee, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

const ALLOWED = ['editPerson', 'addLegalRepresentative', 'endRepresentation']
const parent = { ...aMentee().person, id: PARENT_PERSON, version: 4, familyName: 'Клюева' }
const refusal = (code: string, at: string) =>
  problem(409, code, { confirmable: true, errors: [{ pointer: at, code }] })

beforeEach(() => {
  memberWith(['mentees.view', 'people.view', 'people.edit'])
  server.use(
    http.get(`${O}/reference`, () => HttpResponse.json(aReference())),
    http.get(`${O}/consents`, () => listOf([])),
    http.get(`${O}/people`, () => listOf([])),
    http.get(`${O}/people/${PARENT_PERSON}`, () => HttpResponse.json(parent)),
    http.get(`${O}/mentees/${MENTEE_ID}`, () => HttpResponse.json(aMentee({ allowed: ALLOWED }))),
  )
})

describe('people', () => {
  it('are put right from the card, and one comes back to it', async () => {
    const sent: { body: Record<string, unknown>; version: string | null }[] = []
    server.use(
      http.put(`${O}/people/${PARENT_PERSON}`, async ({ request }) => {
        const body = (await request.json()) as Record<string, unknown>
        sent.push({ body, version: request.headers.get('If-Match') })
        return HttpResponse.json({ id: PARENT_PERSON, version: 5 })
      }),
    )
    const { user, address } = openSchoolPage(`mentees/${MENTEE_ID}`)
    await user.click(
      await screen.findByRole('link', { name: 'Исправить данные: Клюева Марина Олеговна' }),
    )
    const family = await screen.findByLabelText(/Фамилия/)
    expect(family).toHaveValue('Клюева')
    await user.clear(family)
    await user.type(family, 'Загорная')
    await user.click(screen.getByRole('button', { name: 'Сохранить' }))
    await waitFor(() => expect(address()).toMatch(new RegExp(`/mentees/${MENTEE_ID}$`)))
    expect(sent).toEqual([
      { body: { person: expect.objectContaining({ familyName: 'Загорная' }) }, version: '"4"' },
    ])
  })

  it('are saved as they are filled when the reader confirms what is odd', async () => {
    const bodies: Record<string, unknown>[] = []
    server.use(
      http.put(`${O}/people/${PARENT_PERSON}`, async ({ request }) => {
        bodies.push((await request.json()) as Record<string, unknown>)
        return bodies.length === 1
          ? refusal('person.parent_too_young', '/person/birthDate')
          : HttpResponse.json({ id: PARENT_PERSON, version: 5 })
      }),
    )
    const { user } = openSchoolPage(`people/${PARENT_PERSON}/edit`)
    await user.click(await screen.findByRole('button', { name: 'Сохранить' }))
    const alert = await screen.findByRole('alert')
    expect(within(alert).getByText(/старше ребёнка меньше чем на 12 лет/)).toBeVisible()
    // What is typed after the warning is what is sent.
    const phone = screen.getByLabelText(/Телефон/)
    await user.clear(phone)
    await user.type(phone, '112')
    await user.click(within(alert).getByRole('button', { name: 'Всё верно, продолжить' }))
    await waitFor(() => expect(bodies).toHaveLength(2))
    expect(bodies[0]).not.toHaveProperty('confirmed')
    expect(bodies[1]).toMatchObject({
      person: { phone: '112' },
      confirmed: ['person.parent_too_young'],
    })
  })

  it('are not lost half filled: leaving asks, and what was typed stays', async () => {
    const { user, address } = openSchoolPage(`people/${PARENT_PERSON}/edit`)
    const family = await screen.findByLabelText(/Фамилия/)
    await user.type(family, 'я')
    await user.click(screen.getByRole('button', { name: 'Отмена' }))
    const dialog = await screen.findByRole('dialog', { name: 'Уйти без сохранения?' })
    await user.click(within(dialog).getByRole('button', { name: 'Остаться' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument())
    expect(family).toHaveValue('Клюевая')
    // What is as it was is left without a question.
    await user.type(family, '{Backspace}')
    await user.click(screen.getByRole('button', { name: 'Отмена' }))
    await waitFor(() => expect(address()).not.toContain('/edit'))
  })

  it('stand for a child no longer, with a reason', async () => {
    let body: unknown
    server.use(
      http.post(`${O}/people/${MENTEE_PERSON}/representations/:id/end`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({ id: 'r-1', personId: PARENT_PERSON, version: 2 })
      }),
    )
    const { user } = openSchoolPage(`mentees/${MENTEE_ID}`)
    await user.click(await screen.findByRole('button', { name: /Прекратить представительство/ }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/Основание/), 'Опека снята')
    await user.click(within(dialog).getByRole('button', { name: 'Прекратить' }))
    expect(await screen.findByText('Представительство прекращено')).toBeVisible()
    expect(body).toEqual({ reason: 'Опека снята' })
  })

  it('are added as representatives of a child who has none', async () => {
    let body: unknown
    const nobody = aMentee({ allowed: ALLOWED, legalRepresentatives: [] })
    server.use(
      http.get(`${O}/mentees/${MENTEE_ID}`, () => HttpResponse.json(nobody)),
      http.post(`${O}/people/${MENTEE_PERSON}/representations`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({ id: 'r-1', personId: 'p-2', version: 1 }, { status: 201 })
      }),
    )
    const { user } = openSchoolPage(`mentees/${MENTEE_ID}`)
    expect(await screen.findByText(/Никто не записан/)).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Добавить представителя' }))
    const dialog = await screen.findByRole('dialog')
    await user.type(within(dialog).getByLabelText(/Фамилия/), 'Клюева')
    await user.type(within(dialog).getByLabelText(/^Имя/), 'Анна')
    await user.type(within(dialog).getByLabelText(/Дата рождения/), '01.02.1985')
    await user.click(within(dialog).getByRole('button', { name: 'Записать' }))
    expect(await screen.findByText('Законный представитель записан')).toBeVisible()
    expect(body).toMatchObject({
      legalRepresentative: { person: { familyName: 'Клюева' }, relation: 'parent' },
    })
  })
})
