import { type Page, expect } from '@playwright/test'
import { button, dialog, field, fillDate } from './forms'
import { arrive, inspect, told } from './page'

export const PROGRAM = 'Персонализированная программа'

const NOTE = {
  Проблема: 'Шум на уроке мешает работать',
  'Цели и задачи': 'Спокойный урок',
  'Что делает наставник': 'Показывает приёмы',
  'Что делает наставляемый': 'Пробует приёмы и записывает, что вышло',
  'Планируемые результаты': 'Открытый урок',
  'Режим встреч': 'По четвергам',
}

/** Drafts a program for the pair that is open and ends on the program's page. */
export async function draftProgram(page: Page, activity: string, on: string) {
  await page.getByRole('link', { name: 'Составить программу' }).click()
  await arrive(page, 'Новая программа')
  for (const [part, text] of Object.entries(NOTE)) await field(page, part).fill(text)
  const direction = page.getByRole('group', { name: 'Методические' })
  await button(direction, 'Добавить мероприятие').click()
  await field(direction, 'Мероприятие').fill(activity)
  await fillDate(direction, 'Срок', on)
  await inspect(page)
  await button(page, 'Сохранить черновик').click()
  await arrive(page, PROGRAM)
}

/** Writes into one part of the note of the draft that is open. */
export async function editNote(page: Page, part: string, text: string) {
  await page.getByRole('link', { name: 'Изменить' }).click()
  await arrive(page, 'Правка программы')
  await field(page, part).fill(text)
  await button(page, 'Сохранить').click()
  await arrive(page, PROGRAM)
}

export async function agreeToProgram(page: Page) {
  await button(page, 'Согласовать').click()
  await told(page, 'Программа согласована вами')
  await expect(button(page, 'Согласовать')).toBeHidden()
}

export async function approveProgram(page: Page) {
  await button(page, 'Утвердить').click()
  const paper = await dialog(page, 'Утверждение программы')
  await inspect(page)
  await button(paper, 'Утвердить').click()
  await told(page, 'Программа утверждена')
  await expect(paper).toBeHidden()
}

export async function completeActivity(page: Page, activity: string, result: string) {
  const line = page.getByRole('listitem').filter({ hasText: activity })
  await button(line, 'Отметить выполнение').click()
  const paper = await dialog(page, activity)
  await field(paper, 'Результат').fill(result)
  await inspect(page)
  await button(paper, 'Записать').click()
  await told(page, 'Выполнение записано')
  await expect(paper).toBeHidden()
}

/** Logs a meeting of the pair that is open and ends on the pair's page again. */
export async function logMeeting(
  page: Page,
  kind: string,
  outcome: string,
  title: string,
  { again = false } = {},
) {
  await page.getByRole('link', { name: 'Записать встречу' }).click()
  await arrive(page, 'Записать встречу')
  await expect(page.getByRole('combobox', { name: /^Какая встреча/ })).toHaveValue(kind)
  await field(page, 'Что получилось').fill(outcome)
  await inspect(page)
  await button(page, 'Записать').click()
  if (again) {
    // The pair has met that day already: one more is meant.
    await expect(page.getByText(/в этот день уже записана/).first()).toBeVisible()
    await button(page, 'Всё верно, продолжить').click()
  }
  await arrive(page, title)
  await expect(page.getByText(outcome)).toBeVisible()
}
