import type { Page } from '@playwright/test'
import { activePair } from '../harness/people'
import { expect, test } from '../harness/test'
import { arrive, inspect, openSection } from '../pages/page'

const PAIRS = 'Действующие пары'

/** What stands in the table's row for the whole under this heading. */
async function total(page: Page, heading: string): Promise<number> {
  const table = page.getByRole('region', { name: 'Показатели', exact: true }).getByRole('table')
  const headings = await table.getByRole('columnheader').allInnerTexts()
  const row = table.getByRole('row').filter({ hasText: 'Всего' })
  const cell = row.getByRole('cell').nth(headings.indexOf(heading) - 1)
  return Number((await cell.innerText()).replace(/\s/g, ''))
}

test(
  'the municipality and the region see a new pair as figures and nobody by name',
  { tag: ['@C-53'] },
  async ({ doors, staff }) => {
    const above = [
      { login: 'gorod.imc', title: 'Показатели муниципалитета' },
      { login: 'region.op', title: 'Показатели региона' },
    ]
    const names: { family: string }[] = []
    const watchers: Page[] = []
    for (const { login, title } of above) {
      const page = await doors.as(login)
      await page.goto('/')
      await arrive(page, title)
      watchers.push(page)
      // Another test may close a pair at this moment: then one more is made.
      await expect(async () => {
        const before = await total(page, PAIRS)
        const { mentor, mentee } = await activePair(staff)
        names.push(mentor.name, mentee.name)
        await expect(async () => {
          await page.reload()
          await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
          expect(await total(page, PAIRS)).toBeGreaterThan(before)
        }).toPass({ timeout: 20_000 })
      }).toPass({ timeout: 80_000 })
      await inspect(page)
      for (const { family } of names) expect(await page.content()).not.toContain(family)
    }

    const [city, region] = watchers as [Page, Page]
    await expect(city.getByRole('rowheader', { name: 'МБОУ «СОШ № 3»' }).first()).toBeVisible()
    await openSection(city, 'Организации')
    await expect(city.getByText('Яровая Галина Семёновна').first()).toBeVisible()
    for (const { family } of names) expect(await city.content()).not.toContain(family)

    await region.getByRole('link', { name: 'ГО Верхнереченск' }).click()
    await arrive(region, /Верхнереченск/)
    await expect(region.getByRole('rowheader', { name: 'МБОУ «СОШ № 3»' }).first()).toBeVisible()
    for (const { family } of names) expect(await region.content()).not.toContain(family)
  },
)
