import type { UseFormReturnType } from '@mantine/form'
import { useEffect, useRef } from 'react'
import { fieldErrors, fieldOf } from '../problems/fieldErrors'
import type { Problem } from '../problems/Problem'
import { useProblemTexts } from '../problems/useProblemTexts'

/**
 * Shows a problem's field errors at their fields and moves the focus to the first of them.
 * Answers which of them the form shows.
 */
export function useFieldProblems<T>(form: UseFormReturnType<T>, problem: Problem | null) {
  const texts = useProblemTexts()
  const shown = useRef<Problem | null>(null)
  useEffect(() => {
    // A warning is no error of a field: moving to it would only hide the question.
    if (!problem || problem.isConfirmable || shown.current === problem) return
    shown.current = problem
    const errors = fieldErrors(problem, texts)
    if (Object.keys(errors).length === 0) return
    form.setErrors(errors)
    const first = Object.keys(errors).find((field) => form.getInputNode(field))
    if (first) form.getInputNode(first)?.focus()
  }, [form, problem, texts])
  // A field that the form does not show has its say in the problem's own text.
  return (pointer: string) => form.getInputNode(fieldOf(pointer)) !== null
}
