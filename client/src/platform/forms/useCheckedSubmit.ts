import type { UseFormReturnType } from '@mantine/form'
import type { FormEvent } from 'react'
import { useProblemTexts } from '../problems/useProblemTexts'
import { emptyFields, unreadableFields } from './emptyFields'
import { useUnsaved } from './unsaved'

/**
 * Submits a form whose required fields are filled and whose fields can be read; otherwise marks all
 * that are not, so that nobody learns of them one by one. Every other rule is the server's. What is
 * filled in is asked about before the page is left.
 */
export function useCheckedSubmit<T>(form: UseFormReturnType<T>, send: (values: T) => void) {
  const texts = useProblemTexts()
  useUnsaved(form.isDirty())
  return (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const empty = emptyFields(event.currentTarget).filter((field) => field.dataset.path)
    const unreadable = unreadableFields(event.currentTarget)
    if (empty.length + unreadable.length === 0) return form.onSubmit(send)(event)
    const required = (path: string) => texts.ofField({ pointer: path, code: 'validation.required' })
    form.clearErrors()
    form.setErrors(
      Object.fromEntries(empty.map((field) => [field.dataset.path, required(field.dataset.path!)])),
    )
    ;(empty[0] ?? unreadable[0])!.focus()
  }
}
