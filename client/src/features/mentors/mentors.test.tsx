import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import { MENTOR_ID, MENTOR_PERSON, aConsent, aMentor, aReference } from '~/testing/fixtures'
import { openSchoolPage } from '~/testing/renderApp'
import { O, listOf, memberWith, problem, server } from '~/testing/server'

const ALL = [
  'mentors.view',
  'mentors.add',
  'mentors.edit',
  'consents.view',
  'consents.record',
  'accounts.invite',
]

beforeEach(() => {
  memberWith(ALL)
  server.use(
    http.get(`${O}/reference`, () => HttpResponse.json(aReference())),
    http.get(`${O}/consents`, () => listOf([aConsent({ allowed: ['withdrawConsent'] })])),
  )
})

describe('the list of mentors', () => {
  it('keeps the search in the address and asks the server for it', async () => {
    const asked: (string | null)[] = []
    server.use(
      http.get(`${O}/mentors`, ({ request }) => {
        const q = new URL(request.url).searchParams.get('q')
        asked.push(q)
        return listOf(q ? [] : [aMentor()])
      }),
    )
    const { user, address } = openSchoolPage('mentors')
    expect(await screen.findByRole('link', { name: 'Соловьёва Вера Андреевна' })).toBeVisible()
    expect(screen.getByText('2 из 2 свободно')).toBeVisible()
    await user.type(screen.getByLabelText('Поиск'), 'ник')
    expect(await screen.findByText('Никого не найдено')).toBeVisible()
    expect(address()).toContain('q=%D0%BD%D0%B8%D0%BA')
    expect(asked.at(-1)).toBe('ник')
  })

  it('reads further pages by the server’s cursor', async () => {
    const cursors: (string | null)[] = []
    server.use(
      http.get(`${O}/mentors`, ({ request }) => {
        const cursor = new URL(request.url).searchParams.get('cursor')
        cursors.push(cursor)
        return cursor === 'next'
          ? listOf([aMentor({ id: 'm-2', position: 'Методист' })], null, 2)
          : listOf([aMentor()], 'next', 2)
      }),
    )
    const { user } = openSchoolPage('mentors')
    await user.click(await screen.findByRole('button', { name: 'Показать ещё' }))
    expect(await screen.findByText('Методист')).toBeVisible()
    expect(screen.getByText('2 записи')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Показать ещё' })).toBeNull()
    expect(cursors).toEqual([null, 'next'])
  })

  it('says why it cannot be read and tries again', async () => {
    let broken = true
    server.use(
      http.get(`${O}/mentors`, () => (broken ? problem(500, 'server.error') : listOf([aMentor()]))),
    )
    const { user } = openSchoolPage('mentors')
    expect(await screen.findByRole('alert')).toHaveTextContent('trace-1')
    broken = false
    await user.click(screen.getByRole('button', { name: 'Повторить' }))
    expect(await screen.findByText('Соловьёва Вера Андреевна')).toBeVisible()
  })
})

describe('a new mentor', () => {
  it('is sent with all that is required, and refused fields are marked where they are', async () => {
    const keys: (string | null)[] = []
    const bodies: unknown[] = []
    server.use(
      http.post(`${O}/mentors`, async ({ request }) => {
        keys.push(request.headers.get('Idempotency-Key'))
        bodies.push(await request.json())
        return keys.length === 1
          ? problem(400, 'request.invalid', {
              errors: [{ pointer: '/person/phone', code: 'validation.invalid', message: '' }],
            })
          : HttpResponse.json(aMentor(), { status: 201 })
      }),
      http.get(`${O}/mentors/${MENTOR_ID}`, () => HttpResponse.json(aMentor())),
    )
    const { user, address } = openSchoolPage('mentors/new')
    await user.type(await screen.findByLabelText(/Фамилия/), 'Соловьёва')
    await user.type(screen.getByLabelText(/Дата рождения/), '09.12.1979')
    await user.type(screen.getByRole('combobox', { name: /Должность/ }), 'Учитель')
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    expect(await screen.findByText('Заполните это поле.')).toBeVisible()
    const givenName = screen.getByLabelText(/^Имя/)
    expect(givenName).toHaveFocus()
    expect(givenName).toBeInvalid()
    expect(keys).toHaveLength(0)
    await user.type(givenName, 'Вера')
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    expect(await screen.findByText('Проверьте это поле.')).toBeVisible()
    expect(screen.getByLabelText(/^Телефон/)).toHaveFocus()
    await user.click(screen.getByRole('button', { name: 'Добавить' }))
    await waitFor(() => expect(address()).toContain(`/mentors/${MENTOR_ID}`))
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[1]).not.toBe(keys[0])
    expect(bodies[1]).toMatchObject({
      person: { familyName: 'Соловьёва', givenName: 'Вера', birthDate: '1979-12-09' },
      position: 'Учитель',
      positionCode: 'teacher',
    })
  })
})

describe('a mentor’s page', () => {
  const show = (allowed: string[]) =>
    server.use(http.get(`${O}/mentors/${MENTOR_ID}`, () => HttpResponse.json(aMentor({ allowed }))))

  it('admits with the version that was seen', async () => {
    show(['admitMentor'])
    let match: string | null = null
    server.use(
      http.post(`${O}/mentors/${MENTOR_ID}/admission`, ({ request }) => {
        match = request.headers.get('If-Match')
        show([])
        return HttpResponse.json(aMentor({ state: 'inBank' }))
      }),
    )
    const { user } = openSchoolPage(`mentors/${MENTOR_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Принять в банк' }))
    expect(await screen.findByText('Наставник принят в банк')).toBeVisible()
    expect(match).toBe('"3"')
  })

  it('explains why admission is not offered', async () => {
    show([])
    const { user } = openSchoolPage(`mentors/${MENTOR_ID}`)
    const button = await screen.findByRole('button', { name: 'Принять в банк' })
    expect(button).toHaveAttribute('aria-disabled', 'true')
    await user.hover(button)
    expect(await screen.findByText(/Принимает в банк руководитель/)).toBeVisible()
  })

  it('shows a one-time code once, ready to print', async () => {
    show([])
    let body: unknown
    server.use(
      http.post(`${O}/accounts/invitations`, async ({ request }) => {
        body = await request.json()
        return HttpResponse.json({
          invitationId: 'i-1',
          personId: MENTOR_PERSON,
          login: 'soloveva.va',
          code: '4KX7-Q2MD',
          expiresAt: '2026-04-22T12:00:00Z',
          purpose: 'activation',
        })
      }),
    )
    const { user } = openSchoolPage(`mentors/${MENTOR_ID}`)
    await user.click(await screen.findByRole('button', { name: 'Пригласить' }))
    const sheet = await screen.findByRole('dialog', { name: 'Приглашение' })
    expect(within(sheet).getByText('4KX7-Q2MD')).toBeVisible()
    expect(within(sheet).getByText('soloveva.va')).toBeVisible()
    expect(body).toEqual({ personId: MENTOR_PERSON })
    await user.click(within(sheet).getByRole('button', { name: 'Готово' }))
    await waitFor(() => expect(screen.queryByText('4KX7-Q2MD')).toBeNull())
  })
})
