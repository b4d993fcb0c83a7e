import type { Problem } from './Problem'
import type { Texts } from './useProblemTexts'

/** `/person/familyName` → `person.familyName`, as forms name their fields. */
export function fieldOf(pointer: string): string {
  return pointer
    .replace(/^#?\//, '')
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/** The problem's field errors as a form wants them: one text by field; the first error of a field wins. */
export function fieldErrors(problem: Problem, texts: Texts): Record<string, string> {
  const byField: Record<string, string> = {}
  for (const error of problem.errors) {
    byField[fieldOf(error.pointer)] ??= texts.ofField(error)
  }
  return byField
}
