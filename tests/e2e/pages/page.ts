import { AxeBuilder } from '@axe-core/playwright'
import { type Page, expect } from '@playwright/test'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']

/** Waits for the page with this heading, then holds it to what every page must be. */
export async function arrive(page: Page, heading: string | RegExp) {
  await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
  await inspect(page)
}

/** What holds for every page and every dialog: readable by all, whole at its width, named. */
export async function inspect(page: Page) {
  await settle(page)
  const h1 = page.getByRole('heading', { level: 1, includeHidden: true })
  await expect(h1).toHaveCount(1)
  await expect(page).toHaveTitle(`${await h1.innerText()} — Наставничество`)
  const axe = await new AxeBuilder({ page }).withTags(RULES).setLegacyMode(true).analyze()
  const violations = axe.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html} ${node.failureSummary ?? ''}`),
  )
  expect(violations, `axe at ${page.url()}`).toEqual([])
  const wider = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(wider, `pixels that stand out at the side of ${page.url()}`).toBeLessThanOrEqual(0)
}

/** Until everything that was asked for is there and nothing moves. */
async function settle(page: Page) {
  await expect(page.getByRole('status').filter({ has: page.getByLabel('Загрузка') })).toHaveCount(0)
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished.catch(() => undefined)),
    ),
  )
}

/** Opens a section by the menu, which a phone keeps behind a button. */
export async function openSection(page: Page, name: string) {
  // A page that is only about to open would close the menu again.
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const menu = page.getByRole('button', { name: 'Открыть меню' })
  if (await menu.isVisible()) await menu.click()
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name }).click()
  await arrive(page, name)
}

/** The short message that says what was done. */
export async function told(page: Page, message: string) {
  await expect(page.getByRole('alert').filter({ hasText: message })).toBeVisible()
}
