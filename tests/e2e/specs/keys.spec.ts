import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { newName } from '../harness/people'
import { expect, test } from '../harness/test'
import { button } from '../pages/forms'
import { arrive, inspect, openSection, told } from '../pages/page'

const run = promisify(execFile)

/** What a shell prints for the line, as somebody would paste it. */
async function shell(line: string): Promise<Record<string, unknown>> {
  const { stdout } = await run('sh', ['-c', line])
  return JSON.parse(stdout) as Record<string, unknown>
}

async function makeKey(page: Page, name: string) {
  await button(page, 'Создать ключ').click()
  const form = page.getByRole('dialog', { name: 'Новый ключ доступа' })
  await form.getByRole('textbox', { name: 'Название' }).fill(name)
  await inspect(page)
  await form.getByRole('button', { name: 'Создать ключ' }).click()
}

async function revoke(page: Page, name: string) {
  await button(page, `Отозвать: ${name}`).click()
  await inspect(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать ключ' }).click()
  await told(page, 'Ключ отозван')
}

test(
  'a key is made, its command works in a shell, and stops working once the key is revoked',
  { tag: ['@C-66'] },
  async ({ doors, staff }) => {
    const permissions = ['clipboard-read', 'clipboard-write']
    const page = await doors.as('s3.head', undefined, { permissions })
    await page.goto('/')
    await openSection(page, 'Ключи доступа')
    const name = `Сайт ${newName().family}`

    await makeKey(page, name)
    const shown = page.getByRole('dialog', { name: `Ключ «${name}» создан` })
    await shown.getByRole('button', { name: 'Скопировать команду' }).click()
    await expect(shown.getByText('Скопировано')).toBeVisible()
    await inspect(page)
    const line = await page.evaluate(() => navigator.clipboard.readText())
    await shown.getByRole('button', { name: 'Ключ сохранён' }).click()

    // Other tests change the school at the same time: the two are asked until they meet.
    await expect(async () => {
      expect(await shell(line)).toEqual(await staff.head.get('figures'))
    }).toPass()
    await page.reload()
    await arrive(page, 'Ключи доступа')
    await expect(page.getByText(name)).toBeVisible()
    expect(await page.content()).not.toContain(/mp_\w+/.exec(line)![0])

    await revoke(page, name)
    expect(await shell(line)).toMatchObject({ status: 401, code: 'apiKey.not_valid' })
    await expect(button(page, `Отозвать: ${name}`)).toBeHidden()
    await inspect(page)
  },
)

test('the municipality and the region keep keys of their own', async ({ doors }) => {
  for (const login of ['gorod.uo', 'region.op']) {
    const page = await doors.as(login)
    await page.goto('/')
    await openSection(page, 'Ключи доступа')
    const name = `Портал ${newName().family}`

    await makeKey(page, name)
    const shown = page.getByRole('dialog', { name: `Ключ «${name}» создан` })
    const line = await shown.getByRole('group', { name: /Проверка/ }).innerText()
    await shown.getByRole('button', { name: 'Ключ сохранён' }).click()

    expect(Object.keys(await shell(line))).toContain('totals')
    await revoke(page, name)
    expect(await shell(line)).toMatchObject({ status: 401 })
  }
})
