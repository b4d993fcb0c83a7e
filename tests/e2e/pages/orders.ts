import { type Page, expect } from '@playwright/test'
import type { Two } from '../harness/people'
import { button, dialog } from './forms'
import { arrive, inspect, openSection, told } from './page'
import { titleOf } from './pairs'

/** Drafts an order on this one pair and ends on its page. */
export async function draftOrder(page: Page, pair: Two) {
  await openSection(page, 'Приказы')
  await page.getByRole('link', { name: 'Составить приказ' }).click()
  await arrive(page, 'Приказ о закреплении пар')
  // Others may be waiting too: all are offered, this one is taken.
  for (const box of await page.getByRole('checkbox').all()) await box.uncheck()
  await page.getByRole('checkbox', { name: titleOf(pair) }).check()
  await inspect(page)
  await button(page, 'Составить проект').click()
  await arrive(page, 'Проект приказа')
}

/** Signs the order that is open; answers with its number. */
export async function signOrder(page: Page): Promise<string> {
  await button(page, 'Подписать').click()
  const paper = await dialog(page, 'Подписание приказа')
  await inspect(page)
  await button(paper, 'Приказ подписан').click()
  await told(page, 'Приказ подписан')
  await expect(paper).toBeHidden()
  await arrive(page, /^Приказ № /)
  const title = await page.getByRole('heading', { level: 1 }).innerText()
  return /^Приказ № (\S+) от/.exec(title)![1]!
}

/** Saves the .docx of the order that is open; answers where. */
export async function download(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Скачать .docx' }).click()
  const file = await waiting
  expect(file.suggestedFilename()).toMatch(/\.docx$/)
  return file.path()
}
