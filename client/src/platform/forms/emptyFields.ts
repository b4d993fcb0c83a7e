type Field = HTMLInputElement | HTMLTextAreaElement

/** Required fields of a form that nobody has filled, in their order on the page. */
export function emptyFields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input[required], textarea[required]')].filter(
    (field) => field.type !== 'checkbox' && field.value.trim() === '',
  )
}
