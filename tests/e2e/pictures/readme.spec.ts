import { type Page, expect, test } from '@playwright/test'
import { PHONE } from '../harness/browser'
import { signIn } from '../pages/account'

/** The pictures of the README: what each role opens first, in the demo region with its history. */
const PICTURES = [
  { name: 'board', login: 's3.curator', path: '' },
  { name: 'pair', login: 's3.curator', path: '/pairs?state=active', open: 0 },
  { name: 'program', login: 's3.curator', path: '/programs?state=active', open: 0 },
  { name: 'region', login: 'region.op', path: '/dashboard' },
  { name: 'phone', login: 's3.curator', path: '/pairs', viewport: PHONE },
]

for (const { name, login, path, open, viewport } of PICTURES)
  test(name, async ({ browser, baseURL }) => {
    const context = await browser.newContext({
      baseURL: baseURL!,
      viewport: viewport ?? { width: 1200, height: 800 },
    })
    const page = await context.newPage()
    await page.goto('/')
    await signIn(page, login)
    await page.waitForURL(/\/[omr]\//)
    await page.goto(new URL(page.url()).pathname.split('/').slice(0, 3).join('/') + path)
    await settled(page)
    if (open !== undefined) await openRow(page, open)
    await page.screenshot({ path: `../../docs/images/${name}.png` })
    await context.close()
  })

async function openRow(page: Page, row: number) {
  const heading = page.getByRole('heading', { level: 1 })
  const list = (await heading.textContent())!
  await page.getByRole('main').locator('tbody a').nth(row).click()
  await expect(heading).not.toHaveText(list)
  await settled(page)
}

/** Nothing is being fetched any more, and the fonts are there. */
async function settled(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText('…', { exact: true })).toHaveCount(0)
}
