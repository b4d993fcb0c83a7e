import { proposedPair } from '../harness/people'
import { expect, test } from '../harness/test'
import { button, dialog } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'

const TITLE = 'Фоновая работа'

/** Rare kinds, one for each width: both widths run at once, and nothing else waits for these. */
const KIND: Record<string, string> = {
  desktop: 'Начало ночной проверки показателей',
  phone: 'Ночная проверка показателей',
}

test('the regional operator sees that work goes on, pauses a kind and resumes it', async ({
  doors,
}) => {
  const kind = KIND[test.info().project.name]!
  const page = await doors.as('region.op')
  await page.goto('/')
  await openSection(page, TITLE)
  await expect(page.getByText('Работает', { exact: true }).first()).toBeVisible()
  await expect(page.getByText('Пересчёт организации после изменений').first()).toBeVisible()
  await expect(page.getByText('Отложенных заданий нет')).toBeVisible()

  await button(page, `Приостановить: ${kind}`).click()
  await inspect(page)
  await button(await dialog(page, `Приостановить: ${kind}`), 'Отмена').click()
  await button(page, `Приостановить: ${kind}`).click()
  await button(await dialog(page, `Приостановить: ${kind}`), 'Приостановить').click()
  await told(page, 'Приостановлено')
  await expect(button(page, `Продолжить: ${kind}`)).toBeVisible()
  await page.reload()
  await arrive(page, TITLE)
  await expect(page.getByText(/^Приостановлено: /).first()).toBeVisible()

  await button(page, `Продолжить: ${kind}`).click()
  await button(await dialog(page, `Продолжить: ${kind}`), 'Продолжить').click()
  await told(page, 'Работа продолжена')
  await expect(button(page, `Приостановить: ${kind}`)).toBeVisible()
})

test('the page follows what happens without being opened anew', async ({ doors, staff }) => {
  const page = await doors.as('region.op')
  await page.goto('/')
  await openSection(page, TITLE)
  const kinds = page.getByRole('region', { name: 'Виды работы' }).last()
  const counted = kinds
    .locator('tr, li')
    .filter({ hasText: 'Пересчёт организации после изменений' })
  const before = await counted.innerText()

  // Any change in a school is counted in the background.
  await proposedPair(staff)

  await expect(counted).not.toHaveText(before, { timeout: 30_000 })
})

test('what is parked has a reason, and somebody else may have tried it again already', async ({
  doors,
  journal,
}) => {
  journal.expect(/ 404 POST .*\/retry$/)
  const page = await doors.as('region.op')
  // The list alone is made up: nothing in the product fails ten times by itself.
  await page.route(/\/work-runs\/parked(\?|$)/, (route) =>
    route.fulfill({
      json: {
        items: [
          {
            id: '0197f000-0000-7000-8000-0000000000ff',
            kind: 'pair.closed',
            tenantName: 'МБОУ «СОШ № 3»',
            parkedAt: '2026-04-15T09:30:00Z',
            attempts: 10,
            reason: 'DbUpdateException: PostgresException 23505 a_constraint_with_a_long_name',
          },
        ],
        nextCursor: null,
        total: 1,
      },
    }),
  )
  await page.goto('/')
  await openSection(page, TITLE)
  await expect(page.getByText(/PostgresException 23505/)).toBeVisible()
  const name = 'Повторить: Завершение программы закрытой пары, МБОУ «СОШ № 3»'
  await button(page, name).click()
  const asked = await dialog(page, name)
  await button(asked, 'Повторить').click()
  await expect(asked.getByRole('alert')).toBeVisible()
  await inspect(page)
})
