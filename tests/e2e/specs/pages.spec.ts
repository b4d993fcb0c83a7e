import { OWN_PASSWORD, activePair, newName } from '../harness/people'
import { expect, test } from '../harness/test'
import { signIn } from '../pages/account'
import { addMentor, recordConsent } from '../pages/bank'
import { button } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'
import { openPair } from '../pages/pairs'

const NOBODY = '00000000-0000-7000-8000-000000000000'

test('what is not there and what is not allowed have pages of their own', async ({
  doors,
  staff,
  journal,
}) => {
  journal.expect(/ 404 .*\/mentors\//)
  const { tenantId } = staff.curator.home
  const curator = await doors.as('s3.curator')
  for (const address of [
    '/no-such-page',
    `/o/${NOBODY}/board`,
    `/o/${tenantId}/mentors/${NOBODY}`,
  ]) {
    await curator.goto(address)
    await arrive(curator, 'Страница не найдена')
  }
  const clerk = await doors.as('s3.clerk')
  await clerk.goto(`/o/${tenantId}/mentors`)
  await arrive(clerk, 'Нет доступа')
  await clerk.getByRole('link', { name: 'На главную' }).click()
  await arrive(clerk, 'Сегодня')
})

test('a failure of the server is told with a number to ask about', async ({ doors, journal }) => {
  journal.expect(/ 500 .*\/orders/)
  const curator = await doors.as('s3.curator')
  await curator.goto('/')
  await arrive(curator, 'Сегодня')
  let broken = true
  await curator.route(/\/api\/v1\/.*\/orders\b/, (route) =>
    broken
      ? route.fulfill({
          status: 500,
          contentType: 'application/problem+json',
          json: {
            title: 'x',
            status: 500,
            code: 'server.error',
            traceId: 'f00d',
            params: {},
            errors: [],
          },
        })
      : route.fallback(),
  )
  await openSection(curator, 'Приказы')
  await expect(curator.getByRole('alert').filter({ hasText: 'f00d' })).toBeVisible()
  await inspect(curator)
  broken = false
  await button(curator, 'Повторить').click()
  await expect(curator.getByRole('alert').filter({ hasText: 'f00d' })).toBeHidden()
})

test(
  'one account in two organizations: the address says where, the switcher leads there',
  { tag: ['@C-12'] },
  async ({ doors }) => {
    const page = await doors.as('l7.curator2')
    await page.goto('/')
    await arrive(page, 'Сегодня')
    const first = new URL(page.url()).pathname
    const lyceum = page.getByRole('button', { name: 'Сменить организацию: МАОУ «Лицей № 7»' })
    await lyceum.click()
    await page.getByRole('menuitemradio', { name: /СОШ № 12/ }).click()
    await expect(
      page.getByRole('button', { name: /Сменить организацию: .*СОШ № 12/ }),
    ).toBeVisible()
    await arrive(page, 'Сегодня')
    expect(new URL(page.url()).pathname).not.toBe(first)
    await page.goto('/')
    await expect(
      page.getByRole('button', { name: /Сменить организацию: .*СОШ № 12/ }),
    ).toBeVisible()
    await page.goto(first)
    await expect(lyceum).toBeVisible()
    await arrive(page, 'Сегодня')
  },
)

test(
  'a person with two roles does the work of both: the head who is curator',
  { tag: ['@C-12'] },
  async ({ doors }) => {
    const page = await doors.as('gl.head')
    await page.goto('/')
    await arrive(page, 'Сегодня')
    await addMentor(page, newName())
    await recordConsent(page)
    await button(page, 'Принять в банк').click()
    await told(page, 'Наставник принят в банк')
  },
)

test(
  'everything can be reached by the keyboard, and the focus says where one is',
  { tag: ['@C-69'] },
  async ({ doors }) => {
    const page = await doors.visitor()
    await page.goto('/')
    await arrive(page, 'Вход')
    const { keyboard } = page
    await keyboard.press('Tab')
    await expect(page.getByLabel(/^Логин/)).toBeFocused()
    await keyboard.type('s3.curator')
    await keyboard.press('Tab')
    await expect(page.getByLabel(/^Пароль/)).toBeFocused()
    await keyboard.type('mentoring-2026')
    await keyboard.press('Enter')
    await arrive(page, 'Сегодня')

    // The first stop leads past the menu.
    await page.goto('/')
    await arrive(page, 'Сегодня')
    await keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'К содержанию' })
    await expect(skip).toBeFocused()
    await expect(skip).toBeInViewport()
    await keyboard.press('Enter')
    await expect(page.locator('#content')).toBeFocused()

    // Opening a section moves the focus to its heading.
    await openSection(page, 'Пары')
    await expect(page.getByRole('heading', { level: 1, name: 'Пары' })).toBeFocused()
  },
)

test('dark colors are readable too, and stay chosen', async ({ doors, staff }) => {
  const pair = await activePair(staff)
  const page = await doors.as('s3.curator')
  await page.goto('/')
  await arrive(page, 'Сегодня')
  await page.getByRole('button', { name: /^Учётная запись/ }).click()
  await page.getByRole('menuitemradio', { name: 'Тёмное' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await page.keyboard.press('Escape')
  await inspect(page)
  for (const section of ['Пары', 'Наставники', 'Согласия', 'Приказы'])
    await openSection(page, section)
  await openPair(page, pair)
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('the board is printed without the menu', { tag: ['@C-69'] }, async ({ doors }) => {
  const page = await doors.as('s3.curator')
  await page.goto('/')
  await arrive(page, 'Сегодня')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1, name: 'Сегодня' })).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  await expect(page.getByRole('navigation', { name: 'Разделы' })).toBeHidden()
  await expect(page.getByRole('link', { name: 'К содержанию' })).toBeHidden()
  await expect(button(page, 'Печать')).toBeHidden()
  await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)')
})

test('the language is chosen before and after signing in, and stays', async ({ doors }) => {
  const page = await doors.visitor()
  await page.goto('/')
  await arrive(page, 'Вход')
  await expect(page.locator('html')).toHaveAttribute('lang', 'ru')
  await button(page, 'English').click()
  await expect(page.getByRole('heading', { level: 1, name: 'Sign in' })).toBeVisible()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await button(page, 'Русский').click()
  await signIn(page, 's3.curator')
  await arrive(page, 'Сегодня')
  await page.getByRole('button', { name: /^Учётная запись/ }).click()
  await page.getByRole('menuitem', { name: 'English' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  // No word of the menu is left in Russian.
  const menu = page.getByRole('navigation', { name: 'Sections', includeHidden: true })
  await expect(menu).toContainText('Pairs')
  expect(await menu.textContent()).not.toMatch(/[а-яё]/i)
})

test('a list keeps its filters in the address', async ({ doors, staff }) => {
  const pair = await activePair(staff)
  const page = await doors.as('s3.curator')
  await page.goto('/')
  await arrive(page, 'Сегодня')
  await openSection(page, 'Пары')
  await page.getByLabel('Поиск').fill(pair.mentee.name.family)
  await expect(page).toHaveURL(new RegExp(`q=${encodeURIComponent(pair.mentee.name.family)}`))
  await expect(page.getByText('1 запись')).toBeVisible()
  await page.reload()
  await arrive(page, 'Пары')
  await expect(page.getByLabel('Поиск')).toHaveValue(pair.mentee.name.family)
  await expect(page.getByText('1 запись')).toBeVisible()
})

test('a mentor sees the own pairs and nobody else’s', async ({ doors, staff, journal }) => {
  journal.expect(/ 404 .*\/pairs\//)
  const [own, foreign] = [await activePair(staff), await activePair(staff)]
  const mentor = await doors.as(own.mentor.login, OWN_PASSWORD)
  await mentor.goto('/')
  await arrive(mentor, 'Сегодня')
  await openSection(mentor, 'Пары')
  await expect(mentor.getByText('1 запись')).toBeVisible()
  await expect(mentor.getByText(own.mentee.name.full)).toBeVisible()
  const { pathname } = new URL(mentor.url())
  await mentor.goto(`${pathname}/${foreign.id}`)
  await arrive(mentor, 'Страница не найдена')
})
