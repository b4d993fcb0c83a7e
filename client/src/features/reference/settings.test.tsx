import { screen, waitFor, within } from '@testing-library/react'
import { HttpResponse, http } from 'msw'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Item } from '~/platform/api/types'
import { openSchoolPage } from '~/testing/renderApp'
import { O, memberWith, problem, server } from '~/testing/server'

type Setting = Item<'getSettings'>

const aNumber = (part: Partial<Setting> = {}): Setting => ({
  key: 'programEndsSoonDays',
  value: 14,
  source: 'inherited',
  words: [],
  lowest: 1,
  highest: 90,
  version: 0,
  allowed: ['changeSetting'],
  ...part,
})
const aRule = (part: Partial<Setting> = {}): Setting => ({
  key: 'programApprover',
  value: 'curator',
  source: 'default',
  words: ['curator', 'mentorCouncil', 'headOrder'],
  lowest: 0,
  highest: 0,
  version: 0,
  allowed: [],
  ...part,
})

/** What is set now, and what was sent to set it. */
function pretend(...items: Setting[]) {
  const sent: { key: unknown; version: string | null; body: unknown }[] = []
  server.use(
    http.get(`${O}/reference/settings`, () => HttpResponse.json({ items })),
    http.put(`${O}/reference/settings/:key`, async ({ params, request }) => {
      const body = (await request.json()) as { value: number | string }
      sent.push({ key: params.key, version: request.headers.get('If-Match'), body })
      const at = items.findIndex(({ key }) => key === params.key)
      const setting = items[at]!
      if (request.headers.get('If-Match') !== `"${setting.version}"`)
        return problem(412, 'version.stale')
      if (typeof body.value === 'number' && body.value > setting.highest) {
        const errors = [{ pointer: '/value', code: 'reference.setting_value' }]
        return problem(400, 'reference.setting_value', { errors })
      }
      const version = setting.version + 1
      items[at] = { ...setting, value: body.value, source: 'own', version }
      return HttpResponse.json({ key: params.key, value: body.value, version })
    }),
  )
  return { sent, items }
}

const section = (name: string) => within(screen.getByRole('region', { name }))

describe('settings', () => {
  beforeEach(() => memberWith(['reference.changeSetting']))

  it('say what holds, what it does and whose word it is', async () => {
    pretend(aNumber(), aRule())
    const { user } = openSchoolPage('settings')
    expect(await screen.findByRole('heading', { name: 'Настройки' })).toBeVisible()
    const reminder = section('Напоминание об окончании программы')
    expect(reminder.getByText('14 дней')).toBeVisible()
    expect(reminder.getByText('Задано регионом или муниципалитетом')).toBeVisible()
    expect(reminder.getByText(/За сколько дней до окончания программы/)).toBeVisible()
    const approver = section('Кто утверждает программу')
    expect(approver.getByText('Куратор')).toBeVisible()
    expect(approver.getByText('По умолчанию')).toBeVisible()
    const refused = approver.getByRole('button', { name: 'Изменить: Кто утверждает программу' })
    expect(refused).toHaveAttribute('aria-disabled', 'true')
    await user.click(refused)
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
  })

  it('take a number of one’s own and tell at the field why another is refused', async () => {
    const { sent } = pretend(aNumber())
    const { user } = openSchoolPage('settings')
    await user.click(await screen.findByRole('button', { name: /^Изменить/ }))
    const field = await screen.findByRole('textbox', { name: /Дней/ })
    expect(field).toHaveAccessibleDescription('От 1 до 90')
    const save = screen.getByRole('button', { name: 'Сохранить' })
    await user.clear(field)
    await user.click(save)
    expect(field).toHaveAccessibleDescription(/Заполните это поле/)
    expect(sent).toEqual([])
    await user.type(field, '400')
    await user.click(save)
    await waitFor(() => expect(field).toHaveAccessibleDescription(/Такое значение .* недопустимо/))
    expect(field).toHaveFocus()
    await user.clear(field)
    await user.type(field, '21')
    await user.click(save)
    expect(await screen.findByText('21 день')).toBeVisible()
    expect(screen.getByText('Задано в организации')).toBeVisible()
    const key = 'programEndsSoonDays'
    expect(sent).toEqual([
      { key, version: '"0"', body: { value: 400 } },
      { key, version: '"0"', body: { value: 21 } },
    ])
  })

  it('take a word, and another’s change is not overwritten unasked', async () => {
    const { sent, items } = pretend(aRule({ allowed: ['changeSetting'] }))
    const { user } = openSchoolPage('settings')
    await user.click(await screen.findByRole('button', { name: /^Изменить/ }))
    await user.click(await screen.findByRole('radio', { name: 'Совет наставников' }))
    items[0] = { ...items[0]!, value: 'headOrder', source: 'own', version: 1 }
    await user.click(screen.getByRole('button', { name: 'Сохранить' }))
    await user.click(await screen.findByRole('button', { name: 'Оставить мой вариант' }))
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: 'Оставить мой вариант' })).toBeNull(),
    )
    expect(await screen.findByText('Руководитель своим приказом', { selector: 'p' })).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Сохранить' }))
    expect(await screen.findByText('Совет наставников', { selector: 'p' })).toBeVisible()
    expect(sent.map(({ version, body }) => [version, body])).toEqual([
      ['"0"', { value: 'mentorCouncil' }],
      ['"1"', { value: 'mentorCouncil' }],
    ])
  })

  it('are none where the server has none', async () => {
    pretend()
    openSchoolPage('settings')
    expect(await screen.findByRole('heading', { name: 'Настроек нет' })).toBeVisible()
  })

  it('that cannot be read are asked for again', async () => {
    pretend(aNumber())
    server.use(
      http.get(`${O}/reference/settings`, () => problem(500, 'server.error'), { once: true }),
    )
    const { user } = openSchoolPage('settings')
    await user.click(await screen.findByRole('button', { name: 'Повторить' }))
    expect(await screen.findByText('14 дней')).toBeVisible()
  })
})

it('are for those who may change one', async () => {
  memberWith(['reference.view'])
  openSchoolPage('settings')
  expect(await screen.findByRole('heading', { name: 'Нет доступа' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Настройки' })).not.toBeInTheDocument()
})
