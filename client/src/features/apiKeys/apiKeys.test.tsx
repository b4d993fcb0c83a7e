import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Answer, Item } from '~/platform/api/types'
import { openAt, openSchoolPage } from '~/testing/renderApp'
import {
  API,
  O,
  ORGANIZATION_ID,
  REGION_ID,
  aMembership,
  aSession,
  memberWith,
  problem,
  server,
  signedInAs,
} from '~/testing/server'

type ApiKey = Item<'listApiKeys'>
type Offer = Answer<'listApiKeys'>['offer']

const SECRET = 'mp_4kX7q2Md_тайна'
const FULL: Offer = {
  scopes: ['figuresRead', 'referenceRead'],
  longestDays: 365,
  requestsPerMinute: 120,
}

const aKey = (part: Partial<ApiKey> = {}): ApiKey => ({
  id: 'k-1',
  name: 'Сайт школы',
  prefix: 'mp_4kX7q2Md',
  scopes: ['figuresRead'],
  state: 'active',
  createdAt: '2026-04-01T09:00:00Z',
  createdBy: 'Полякова И. Л.',
  expiresAt: '2026-06-30T09:00:00Z',
  lastUsedAt: null,
  revokedAt: null,
  revokedBy: null,
  allowed: ['revokeApiKey'],
  ...part,
})

/** Keys that the server has, and what was sent to it. */
function pretend(items: ApiKey[], offer = FULL, where = O) {
  const sent: unknown[] = []
  server.use(
    http.get(`${where}/api-keys`, () =>
      HttpResponse.json({ items, nextCursor: null, total: items.length, offer }),
    ),
    http.post(`${where}/api-keys`, async ({ request }) => {
      const body = (await request.json()) as { name: string; scopes: ApiKey['scopes'] }
      sent.push(body)
      items.unshift(aKey({ id: 'k-new', name: body.name, scopes: body.scopes }))
      return HttpResponse.json(
        {
          id: 'k-new',
          name: body.name,
          prefix: 'mp_4kX7q2Md',
          scopes: body.scopes,
          expiresAt: '2026-07-14T09:00:00Z',
          secret: SECRET,
          exampleAddress: `/api/v1/organizations/${ORGANIZATION_ID}/figures`,
        },
        { status: 201 },
      )
    }),
    http.post(`${where}/api-keys/:id/revocation`, ({ params }) => {
      const at = items.findIndex(({ id }) => id === params.id)
      const end = { revokedAt: '2026-04-15T10:00:00Z', revokedBy: 'Полякова И. Л.' }
      items[at] = { ...items[at]!, ...end, state: 'revoked', allowed: [] }
      return HttpResponse.json({ id: params.id, state: 'revoked', revokedAt: end.revokedAt })
    }),
  )
  return sent
}

describe('keys', () => {
  beforeEach(() => memberWith(['apiKeys.view', 'apiKeys.create', 'apiKeys.revoke']))

  it('are listed with what they open, until when, and when they were used', async () => {
    pretend([
      aKey({ lastUsedAt: '2026-04-15T08:05:00Z' }),
      aKey({ id: 'k-2', name: 'Отчётность', state: 'expiring' }),
      aKey({ id: 'k-3', name: 'Журнал', state: 'expired', allowed: [] }),
      aKey({
        id: 'k-4',
        name: 'Старый сайт',
        state: 'revoked',
        revokedAt: '2026-04-10T09:00:00Z',
        revokedBy: 'Лукин П. А.',
        allowed: [],
      }),
    ])
    openSchoolPage('keys')
    expect(await screen.findByRole('heading', { name: 'Ключи доступа' })).toBeVisible()
    const row = async (name: RegExp) => within(await screen.findByRole('row', { name }))
    const site = await row(/Сайт школы/)
    expect(site.getByText('Показатели')).toBeVisible()
    expect(site.getByText('Действует')).toBeVisible()
    expect(site.getByText('15.04.2026, 11:05')).toBeVisible()
    expect((await row(/Отчётность/)).getByText('Скоро истечёт')).toBeVisible()
    const journal = await row(/Журнал/)
    expect(journal.getByText('Срок истёк')).toBeVisible()
    expect(journal.queryByRole('button')).not.toBeInTheDocument()
    expect((await row(/Старый сайт/)).getByText('10.04.2026, 12:00, Лукин П. А.')).toBeVisible()
    expect(screen.getByText('Одному ключу доступно 120 запросов в минуту.')).toBeVisible()
  })

  it('are made for a system, shown once, with a command that tries them', async () => {
    const sent = pretend([])
    const { user } = openSchoolPage('keys')
    expect(await screen.findByRole('heading', { name: 'Ключей пока нет' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Создать ключ' }))
    const form = within(await screen.findByRole('dialog', { name: 'Новый ключ доступа' }))
    await user.click(form.getByRole('button', { name: 'Создать ключ' }))
    expect(form.getByRole('textbox', { name: /Название/ })).toHaveAccessibleDescription(
      /Заполните это поле/,
    )
    expect(sent).toEqual([])
    await user.type(form.getByRole('textbox', { name: /Название/ }), 'Сайт')
    await user.click(form.getByRole('checkbox', { name: 'Справочники и настройки' }))
    await user.click(form.getByRole('button', { name: 'Создать ключ' }))

    const shown = within(await screen.findByRole('dialog', { name: 'Ключ «Сайт» создан' }))
    expect(sent).toEqual([
      { name: 'Сайт', scopes: ['figuresRead', 'referenceRead'], validForDays: 90 },
    ])
    expect(shown.getByRole('group', { name: 'Ключ' })).toHaveTextContent(SECRET)
    const address = `${window.location.origin}/api/v1/organizations/${ORGANIZATION_ID}/figures`
    expect(shown.getByRole('group', { name: /Проверка/ })).toHaveTextContent(
      `curl -sS -H 'Authorization: Bearer ${SECRET}' '${address}'`,
    )
    await user.click(shown.getByRole('button', { name: 'Скопировать ключ' }))
    expect(await navigator.clipboard.readText()).toBe(SECRET)
    await user.click(shown.getByRole('button', { name: 'Ключ сохранён' }))
    await waitFor(() => expect(screen.queryByText(SECRET)).not.toBeInTheDocument())
    expect(await screen.findByRole('row', { name: /Сайт/ })).toBeVisible()
  })

  it('that are too many are refused in words, and nothing typed is lost', async () => {
    pretend([])
    server.use(http.post(`${O}/api-keys`, () => problem(409, 'apiKey.too_many')))
    const { user } = openSchoolPage('keys')
    await user.click(await screen.findByRole('button', { name: 'Создать ключ' }))
    const form = within(await screen.findByRole('dialog'))
    await user.type(form.getByRole('textbox', { name: /Название/ }), 'Лишний')
    await user.click(form.getByRole('button', { name: 'Создать ключ' }))
    expect(await form.findByText(/Действующих ключей уже столько/)).toBeVisible()
    expect(form.getByRole('textbox', { name: /Название/ })).toHaveValue('Лишний')
  })

  it('end after a question', async () => {
    pretend([aKey()])
    const { user } = openSchoolPage('keys')
    await user.click(await screen.findByRole('button', { name: 'Отозвать: Сайт школы' }))
    const question = within(await screen.findByRole('dialog', { name: /Отозвать ключ «Сайт/ }))
    expect(question.getByText(/сразу потеряет доступ/)).toBeVisible()
    await user.click(question.getByRole('button', { name: 'Отозвать ключ' }))
    expect(await screen.findByText('Отозван')).toBeVisible()
    expect(screen.queryByRole('button', { name: 'Отозвать: Сайт школы' })).not.toBeInTheDocument()
  })

  it('that cannot be read are asked for again', async () => {
    pretend([aKey()])
    server.use(http.get(`${O}/api-keys`, () => problem(500, 'server.error'), { once: true }))
    const { user } = openSchoolPage('keys')
    await user.click(await screen.findByRole('button', { name: 'Повторить' }))
    expect(await screen.findByText('Сайт школы')).toBeVisible()
  })
})

it('cannot be made by whoever is offered nothing', async () => {
  memberWith(['apiKeys.view'])
  pretend([aKey({ allowed: [] })], { ...FULL, scopes: [] })
  openSchoolPage('keys')
  expect(await screen.findByText('Сайт школы')).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Создать ключ' })).not.toBeInTheDocument()
})

it('are kept by a region at its own address', async () => {
  const region = { tenantId: REGION_ID, tenantKind: 'region' as const }
  signedInAs(aSession({ memberships: [aMembership({ ...region, permissions: ['apiKeys.view'] })] }))
  pretend([aKey({ name: 'Портал' })], FULL, `${API}/regions/${REGION_ID}`)
  openAt(`/r/${REGION_ID}/keys`)
  expect(await screen.findByText('Портал')).toBeVisible()
})
