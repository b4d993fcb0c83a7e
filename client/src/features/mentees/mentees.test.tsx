import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { MENTEE_ID, aMentee, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

beforeEach(() => {
  memberWith(['mentees.view', 'mentees.add', 'consents.view', 'consents.record'])
  server.use(
    http.get(`${O}/reference`, () => HttpResponse.json(aReference())),
    http.get(`${O}/consents`, () => listOf([])),
    http.get(`${O}/people`, () => listOf([])),
    http.get(`${O}/mentees/${MENTEE_ID}`, () => HttpResponse.json(aMentee())),
  )
})

describe('mentees', () => {
  it('are listed with category and class', async () => {
    server.use(http.get(`${O}/mentees`, () => listOf([aMentee()])))
    openSchoolPage('mentees')
    expect(await screen.findByRole('link', { name: 'Клюев Егор' })).toBeVisible()
    expect(await screen.findByText('Обучающийся, 8 «Б»')).toBeVisible()
    expect(screen.getByText('Нет согласия')).toBeVisible()
  })

  it('who are minors are entered together with the representative', async () => {
    let body: unknown
    server.use(
      http.post(`${O}/mentees`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json(aMentee(), { status: 201 })
      }),
    )
    const { user, address } = openSchoolPage('mentees/new')
    await user.click(await screen.findByRole('combobox', { name: /Категория/ }))
    await user.click(await screen.findByRole('option', { name: 'Обучающийся' }))
    const child = screen.getByRole('group', { name: 'Человек' })
    const parent = await screen.findByRole('group', { name: 'Законный представитель' })
    await user.type(within(child).getByLabelText(/Фамилия/), 'Клюев')
    await user.type(within(child).getByLabelText(/^Имя/), 'Егор')
    await user.type(within(child).getByLabelText(/Дата рождения/), '03.02.2011')
    await user.type(within(child).getByLabelText(/Класс/), '8 «Б»')
    await user.type(within(parent).getByLabelText(/Фамилия/), 'Клюева')
    await user.type(within(parent).getByLabelText(/^Имя/), 'Анна')
    await user.type(within(parent).getByLabelText(/Дата рождения/), '01.02.1985')
    await user.click(screen.getByRole('button', { name: 'Добавить запрос' }))
    await user.click(screen.getByRole('combobox', { name: /Тема/ }))
    await user.click(await screen.findByRole('option', { name: 'Управление классом' }))
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    await waitFor(() => expect(address()).toContain(`/mentees/${MENTEE_ID}`))
    expect(body).toMatchObject({
      person: { familyName: 'Клюев', birthDate: '2011-02-03' },
      categoryCode: 'student',
      schoolClass: '8 «Б»',
      requests: [{ topicCode: 'discipline', text: null }],
      legalRepresentative: { person: { familyName: 'Клюева' }, relation: 'parent' },
    })
  })

  it('who are recorded already in another part are not doubled', async () => {
    const bodies: unknown[] = []
    server.use(
      http.post(`${O}/mentees`, async ({ request }) => {
        bodies.push(await request.json())
        return bodies.length === 1
          ? problem(409, 'person.already_known', {
              params: { personId: 'p-1' },
              errors: [{ pointer: '/person', code: 'person.already_known' }],
            })
          : HttpResponse.json({ id: MENTEE_ID }, { status: 201 })
      }),
    )
    const { user, address } = openSchoolPage('mentees/new')
    await user.type(await screen.findByLabelText(/Фамилия/), 'Соловьёва')
    await user.type(screen.getByLabelText(/^Имя/), 'Вера')
    await user.type(screen.getByLabelText(/Дата рождения/), '12.05.1979')
    await user.click(screen.getByRole('combobox', { name: /Категория/ }))
    await user.click(await screen.findByRole('option', { name: 'Молодой специалист' }))
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    await user.click(await screen.findByRole('button', { name: 'Это тот же человек' }))
    await waitFor(() => expect(address()).toContain(`/mentees/${MENTEE_ID}`))
    expect(bodies[1]).toMatchObject({ personId: 'p-1' })
    expect(bodies[1]).not.toHaveProperty('person')
  })

  it('may have a parent who is recorded already, or a namesake of one', async () => {
    const bodies: Record<string, unknown>[] = []
    server.use(
      http.post(`${O}/mentees`, async ({ request }) => {
        bodies.push((await request.json()) as Record<string, unknown>)
        if (bodies.length === 3) return problem(409, 'request.in_progress')
        return bodies.length < 3
          ? problem(409, 'person.already_known', {
              params: { personId: 'p-mother' },
              errors: [{ pointer: '/legalRepresentative/person', code: 'person.already_known' }],
            })
          : HttpResponse.json({ id: MENTEE_ID }, { status: 201 })
      }),
      http.get(`${O}/people/p-mother`, () =>
        HttpResponse.json({
          ...aMentee().person,
          id: 'p-mother',
          familyName: 'Клюева',
          birthDate: '1985-02-01',
        }),
      ),
    )
    const { user, address } = openSchoolPage('mentees/new')
    await user.click(await screen.findByRole('combobox', { name: /Категория/ }))
    await user.click(await screen.findByRole('option', { name: 'Обучающийся' }))
    const child = screen.getByRole('group', { name: 'Человек' })
    const parent = screen.getByRole('group', { name: 'Законный представитель' })
    for (const [at, family, born] of [
      [child, 'Клюев', '03.02.2011'],
      [parent, 'Клюева', '01.02.1985'],
    ] as const) {
      await user.type(within(at).getByLabelText(/Фамилия/), family)
      await user.type(within(at).getByLabelText(/^Имя/), 'Саша')
      await user.type(within(at).getByLabelText(/Дата рождения/), born)
    }
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    // The question stands at the parent whom it is about, and not at the child.
    expect(await within(parent).findByText(/с таким именем и датой/)).toBeVisible()
    expect(within(child).queryByText(/с таким именем и датой/)).not.toBeInTheDocument()
    await user.type(within(parent).getByLabelText(/чем они различаются/), 'полная тёзка')
    await user.click(within(parent).getByRole('button', { name: 'Это другой человек' }))
    await waitFor(() => expect(bodies).toHaveLength(2))
    expect(bodies[1]).toMatchObject({
      person: { familyName: 'Клюев', namesakeReason: null },
      legalRepresentative: { person: { familyName: 'Клюева', namesakeReason: 'полная тёзка' } },
    })
    await user.click(await within(parent).findByRole('button', { name: 'Это тот же человек' }))
    // A further refusal leaves the form, and in it who was chosen.
    await waitFor(() => expect(bodies).toHaveLength(3))
    await waitFor(() =>
      expect(within(parent).getByRole('combobox', { name: /уже записан, выберите/ })).toHaveValue(
        'Клюева Егор, 01.02.1985',
      ),
    )
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    await waitFor(() => expect(address()).toContain(`/mentees/${MENTEE_ID}`))
    expect(bodies[3]).toMatchObject({
      person: { familyName: 'Клюев' },
      legalRepresentative: { personId: 'p-mother', relation: 'parent' },
    })
  })

  it('show who stands for them and what they ask for', async () => {
    openSchoolPage(`mentees/${MENTEE_ID}`)
    expect(await screen.findByText(/Клюева Марина Олеговна, родитель/)).toBeVisible()
    expect(await screen.findByText('Управление классом. Хочу увереннее отвечать')).toBeVisible()
  })
})
