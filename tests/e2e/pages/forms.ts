import { type Locator, type Page, expect } from '@playwright/test'
import type { Name } from '../harness/people'

type Scope = Page | Locator

const exactly = (label: string) =>
  new RegExp(`^${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\*)?$`)

const pageOf = (scope: Scope): Page => ('page' in scope ? scope.page() : scope)

/** A field by its label, whether it must be filled in or not. */
// A list of suggestions bears the label too.
export const field = (scope: Scope, label: string) =>
  scope.getByLabel(exactly(label)).and(pageOf(scope).locator('input, textarea'))

export const button = (scope: Scope, name: string) =>
  scope.getByRole('button', { name, exact: true })

/** Types a date as people write it. */
export async function fillDate(scope: Scope, label: string, date: string) {
  const input = scope.getByRole('textbox', { name: exactly(label) })
  await input.fill(date)
  // Leaving the field closes its calendar.
  await input.press('Tab')
  await expect(input).toHaveValue(date)
}

/** Chooses from a list; what is typed first narrows it. */
export async function choose(scope: Scope, label: string, option: string, typed?: string) {
  const box = scope.getByRole('combobox', { name: exactly(label) })
  await box.click()
  if (typed !== undefined) await box.fill(typed)
  await pageOf(scope).getByRole('option', { name: option }).click()
}

/** Chooses several; their list stays open until the field is left. */
export async function chooseAll(scope: Scope, label: string, options: string[]) {
  const box = scope.getByRole('combobox', { name: exactly(label) })
  // The field itself is no larger than its caret; what is clicked is the frame above it.
  await box.click({ force: true })
  for (const option of options) await pageOf(scope).getByRole('option', { name: option }).click()
  await box.press('Tab')
}

/** The one dialog that is open. */
export async function dialog(page: Page, title: string): Promise<Locator> {
  const opened = page.getByRole('dialog', { name: title })
  await expect(opened).toBeVisible()
  return opened
}

export async function fillPerson(scope: Scope, name: Name, birthDate: string) {
  await field(scope, 'Фамилия').fill(name.family)
  await field(scope, 'Имя').fill(name.given)
  await field(scope, 'Отчество').fill(name.patronymic)
  await fillDate(scope, 'Дата рождения', birthDate)
}
