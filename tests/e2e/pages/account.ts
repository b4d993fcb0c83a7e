import { type Page, expect } from '@playwright/test'
import { DEMO_PASSWORD } from '../harness/api'
import { arrive } from './page'

/** Signs in by hand at any address. */
export async function signIn(page: Page, login: string, password = DEMO_PASSWORD) {
  await arrive(page, 'Вход')
  await page.getByLabel('Логин').fill(login)
  await page.getByLabel(/^Пароль/).fill(password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Вход' })).toBeHidden()
}
