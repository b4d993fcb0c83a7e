import { type Page, expect } from '@playwright/test'
import { OWN_PASSWORD, type Name } from '../harness/people'
import { button, choose, chooseAll, dialog, field, fillPerson } from './forms'
import { arrive, inspect, openSection, told } from './page'

/** Enters a mentor by hand and ends on the new card. */
export async function addMentor(page: Page, name: Name) {
  await openSection(page, 'Наставники')
  await page.getByRole('link', { name: 'Добавить наставника' }).click()
  await arrive(page, 'Новый наставник')
  await fillPerson(page, name, '02.03.1979')
  await field(page, 'Должность').fill('Учитель')
  await chooseAll(page, 'Компетенции', ['Конструирование современного урока'])
  await field(page, 'Сколько наставляемых может вести').fill('2')
  await button(page, 'Добавить').click()
  await arrive(page, name.full)
}

/** Enters a mentee who is an adult. */
export async function addMentee(page: Page, name: Name) {
  await openSection(page, 'Наставляемые')
  await page.getByRole('link', { name: 'Добавить наставляемого' }).click()
  await arrive(page, 'Новый наставляемый')
  await fillPerson(page, name, '17.10.2001')
  await choose(page, 'Категория', 'Молодой (начинающий) педагог')
  await field(page, 'Должность').fill('Учитель')
  await button(page, 'Добавить запрос').click()
  await choose(page, 'Тема', 'Дисциплина и управление поведением класса', 'Дисц')
  await button(page, 'Добавить').click()
  await arrive(page, name.full)
}

export interface Sheet {
  login: string
  code: string
}

/** Makes out the sheet, looks at what the printer gets, and reads it as its owner will. */
export async function invite(page: Page, name: string, by = 'Пригласить'): Promise<Sheet> {
  await button(page, by).click()
  const opened = await dialog(page, 'Приглашение')
  const sheet = opened.getByRole('region', { name: 'Приглашение' })
  await expect(sheet).toContainText(name)
  await inspect(page)
  await page.emulateMedia({ media: 'print' })
  await expect(sheet).toBeVisible()
  await expect(page.locator('#root')).toBeHidden()
  await expect(button(opened, 'Готово')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  const fact = (label: string) =>
    sheet
      .getByRole('definition')
      .and(page.locator(`dt:text-is("${label}") + dd`))
      .innerText()
  const [login, code] = [await fact('Логин'), await fact('Код')]
  await button(opened, 'Готово').click()
  await expect(opened).toBeHidden()
  return { login, code }
}

/** Sets the first password by the sheet. */
export async function acceptInvitation(
  page: Page,
  { login, code }: Sheet,
  password = OWN_PASSWORD,
) {
  await page.goto('/accept-invitation')
  await arrive(page, 'Код приглашения')
  await field(page, 'Логин').fill(login)
  await field(page, 'Код').fill(code)
  await field(page, 'Новый пароль').fill(password)
  await field(page, 'Новый пароль ещё раз').fill(password)
  await button(page, 'Задать пароль и войти').click()
  await expect(page.getByRole('heading', { name: 'Код приглашения' })).toBeHidden()
}

/** Puts down a signed paper in the card that is open. */
export async function recordConsent(page: Page) {
  await button(page, 'Записать согласие').click()
  const paper = await dialog(page, 'Согласие на обработку персональных данных')
  await field(paper, 'Редакция текста согласия').fill('2025-09')
  await field(paper, 'Где хранится бумага').fill('Дело 01-17')
  await inspect(page)
  await button(paper, 'Записать').click()
  await told(page, 'Согласие записано')
  await expect(paper).toBeHidden()
}
