import { type Page, expect } from '@playwright/test'
import type { Pair, Two } from '../harness/people'
import { button, choose, chooseAll, dialog, field } from './forms'
import { arrive, inspect, openSection, told } from './page'

export const titleOf = ({ mentor, mentee }: Two) => `${mentor.name.full} — ${mentee.name.full}`

/** As the board and papers call the pair. */
export const shortTitleOf = ({ mentor, mentee }: Two) =>
  `${mentor.name.short} – ${mentee.name.short}`

/** An entry of the board under one of its headings. */
export const onBoard = (page: Page, heading: string, entry: string) =>
  page.getByRole('region', { name: heading }).getByRole('link', { name: entry })

/** Proposes a pair by hand and ends on its page. */
export async function proposePair(page: Page, two: Two, form = 'учитель – учитель') {
  await openSection(page, 'Пары')
  await page.getByRole('link', { name: 'Предложить пару' }).click()
  await arrive(page, 'Новая пара')
  await choose(page, 'Наставник', two.mentor.name.full, two.mentor.name.family)
  await choose(page, 'Наставляемый', two.mentee.name.full, two.mentee.name.family)
  // What the one can do stands beside what the other asks for.
  await expect(
    page.getByRole('region', { name: 'Что умеет наставник' }).getByRole('listitem'),
  ).not.toHaveCount(0)
  await expect(
    page.getByRole('region', { name: 'С чем нужна помощь' }).getByRole('listitem'),
  ).not.toHaveCount(0)
  await choose(page, 'Форма наставничества', form)
  await chooseAll(page, 'Виды наставничества', ['традиционное («один на один»)'])
  await field(page, 'О чём договариваются').fill('Дисциплина на уроке')
  await inspect(page)
  await button(page, 'Предложить пару').click()
  await arrive(page, titleOf(two))
}

/** Finds a pair as its members do. */
export async function findPair(page: Page, pair: Two) {
  await page.goto('/')
  await openSection(page, 'Пары')
  await page.getByRole('link', { name: titleOf(pair) }).click()
  await arrive(page, titleOf(pair))
}

/** Agrees for oneself or for one's child. */
export async function agree(page: Page) {
  await button(page, 'Согласиться').click()
  const paper = await dialog(page, 'Согласие на участие в паре')
  await expect(button(paper, 'Согласиться')).toBeDisabled()
  await paper.getByLabel('Прочитано, согласие добровольное').check()
  await inspect(page)
  await button(paper, 'Согласиться').click()
  await told(page, 'Согласие записано')
  await expect(paper).toBeHidden()
}

/** What the page says is missing before the pair may work. */
export const missing = (page: Page) =>
  page.getByRole('alert').filter({ hasText: 'Чтобы пара работала, не хватает' })

export async function recordAddendum(page: Page, number: string) {
  await button(page, 'Записать соглашение').click()
  const paper = await dialog(page, 'Дополнительное соглашение')
  await field(paper, 'Номер').fill(number)
  await inspect(page)
  await button(paper, 'Записать').click()
  await told(page, 'Соглашение записано')
  await expect(paper).toBeHidden()
}

export async function openPair(page: Page, pair: Pair) {
  const { pathname } = new URL(page.url())
  const school = /^\/o\/[^/]+/.exec(pathname)![0]
  await page.goto(`${school}/pairs/${pair.id}`)
  await arrive(page, titleOf(pair))
}
