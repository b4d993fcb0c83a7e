import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { describe, expect, it } from 'vitest'
import { openAt, openSchoolPage } from '~/testing/renderApp'
import {
  API,
  ORGANIZATION_ID,
  REGION_ID,
  aMembership,
  aSession,
  memberWith,
  problem,
  server,
  signedInAs,
} from '~/testing/server'
import { navigationOf } from './navigation'

const noSession = () =>
  server.use(http.get(`${API}/accounts/session`, () => problem(401, 'session.required')))

describe('signing in', () => {
  it('shows why it failed, then opens the address that was asked for', async () => {
    noSession()
    const sent: unknown[] = []
    server.use(
      http.post(`${API}/accounts/sign-in`, async ({ request }) => {
        sent.push(await request.json())
        return sent.length === 1 ? problem(401, 'http.429') : HttpResponse.json(aSession())
      }),
    )
    const { user, address } = openAt('/account')
    await user.type(await screen.findByLabelText(/Логин/), ' kurator ')
    await user.type(screen.getByLabelText(/^Пароль/), 'секрет')
    await user.click(screen.getByRole('button', { name: 'Войти' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Слишком много попыток')
    expect(screen.getByLabelText(/^Пароль/)).toHaveValue('секрет')
    await user.click(screen.getByRole('button', { name: 'Войти' }))
    expect(await screen.findByRole('heading', { name: 'Смена пароля' })).toBeVisible()
    expect(address()).toBe('/account')
    expect(sent[1]).toEqual({ login: 'kurator', password: 'секрет' })
  })

  it('takes a one-time code and a password of one’s own', async () => {
    noSession()
    let sent: unknown
    server.use(
      http.post(`${API}/accounts/invitations/accept`, async ({ request }) => {
        sent = await request.json()
        signedInAs(aSession({ memberships: [] }))
        return HttpResponse.json(aSession({ memberships: [] }))
      }),
    )
    const { user } = openAt('/accept-invitation?login=nastavnik1')
    expect(await screen.findByLabelText(/Логин/)).toHaveValue('nastavnik1')
    await user.type(screen.getByLabelText(/^Код/), 'AB12-CD34')
    await user.type(screen.getByLabelText(/^Новый пароль \*$/), 'длинный пароль')
    await user.type(screen.getByLabelText(/ещё раз/), 'другой')
    await user.click(screen.getByRole('button', { name: /Задать пароль/ }))
    expect(await screen.findByText('Пароли не совпадают')).toBeVisible()
    expect(sent).toBeUndefined()
    await user.clear(screen.getByLabelText(/ещё раз/))
    await user.type(screen.getByLabelText(/ещё раз/), 'длинный пароль')
    await user.click(screen.getByRole('button', { name: /Задать пароль/ }))
    expect(await screen.findByRole('heading', { name: 'Нет доступа к организациям' })).toBeVisible()
    expect(sent).toEqual({ login: 'nastavnik1', code: 'AB12-CD34', newPassword: 'длинный пароль' })
  })
})

describe('an expired session', () => {
  it('is renewed over the page, which keeps what was typed and sends it', async () => {
    memberWith([])
    const attempts: unknown[] = []
    server.use(
      http.post(`${API}/accounts/password`, async ({ request }) => {
        attempts.push({
          ...((await request.json()) as object),
          token: request.headers.get('X-Antiforgery'),
        })
        return attempts.length === 1
          ? problem(401, 'session.required')
          : new HttpResponse(null, { status: 204 })
      }),
      http.post(`${API}/accounts/sign-in`, () =>
        HttpResponse.json(aSession({ antiforgeryToken: 'token-2' })),
      ),
    )
    sessionStorage.setItem('mentoring.login', 'kurator')
    const { user } = openAt('/account')
    await user.type(await screen.findByLabelText(/^Нынешний пароль/), 'прежний')
    await user.type(screen.getByLabelText(/^Новый пароль \*$/), 'новый-длинный')
    await user.type(screen.getByLabelText(/^Новый пароль ещё раз/), 'новый-длинный')
    await user.click(screen.getByRole('button', { name: 'Изменить пароль' }))

    const dialog = await screen.findByRole('dialog', { name: 'Сеанс закончился' })
    expect(within(dialog).getByLabelText(/Логин/)).toHaveValue('kurator')
    expect(screen.getByDisplayValue('прежний')).toBeInTheDocument()
    await user.type(within(dialog).getByLabelText(/^Пароль/), 'секрет')
    await user.click(within(dialog).getByRole('button', { name: 'Войти' }))

    expect(await screen.findByText('Пароль изменён')).toBeVisible()
    expect(attempts).toEqual([
      { currentPassword: 'прежний', newPassword: 'новый-длинный', token: 'token-1' },
      { currentPassword: 'прежний', newPassword: 'новый-длинный', token: 'token-2' },
    ])
  })
})

describe('the frame', () => {
  it('offers sections by permission, whatever the role is called', () => {
    const segments = (tenantKind: 'organization' | 'municipality', permissions: string[]) =>
      navigationOf({ tenantKind, permissions }).map((item) => item.segment)
    expect(segments('organization', ['pairs.view', 'meetings.view'])).toEqual(['pairs', 'meetings'])
    expect(segments('organization', ['figures.municipality'])).toEqual([])
    expect(segments('municipality', ['figures.municipality'])).toEqual(['dashboard'])
  })

  it('treats a tenant of others as absent', async () => {
    memberWith(['board.view'])
    openAt(`/o/${REGION_ID}/board`)
    expect(await screen.findByRole('heading', { name: 'Страница не найдена' })).toBeVisible()
  })

  it('switches between memberships and changes the address', async () => {
    signedInAs(
      aSession({
        memberships: [
          aMembership({ permissions: [] }),
          aMembership({
            tenantId: REGION_ID,
            tenantKind: 'region',
            tenantShortName: 'Верхнереченская область',
            roles: ['regionalOperator'],
          }),
        ],
      }),
    )
    const { user, address } = openAt('/account')
    await user.click(await screen.findByRole('button', { name: /Сменить организацию/ }))
    await user.click(await screen.findByRole('menuitemradio', { name: /Верхнереченская область/ }))
    await waitFor(() => expect(address()).toBe(`/r/${REGION_ID}`))
  })

  it('names the demo’s date', async () => {
    signedInAs(aSession({ demo: true }))
    openAt(`/o/${ORGANIZATION_ID}`)
    expect(await screen.findByText('15.04.2026')).toBeVisible()
  })

  it('offers a way past the menu and names the tab', async () => {
    memberWith([])
    openSchoolPage('no-such-page')
    expect(await screen.findByRole('heading', { name: 'Страница не найдена' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'К содержанию' })).toHaveAttribute('href', '#content')
    expect(document.title).toBe('Страница не найдена — Наставничество')
  })

  it('shows the trace of a server failure', async () => {
    server.use(http.get(`${API}/accounts/session`, () => problem(500, 'server.failed')))
    openAt('/')
    expect(await screen.findByRole('heading', { name: 'Что-то пошло не так' })).toBeVisible()
    expect(screen.getByText('trace-1')).toBeVisible()
  })
})
