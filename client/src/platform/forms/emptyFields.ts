type Field = HTMLInputElement | HTMLTextAreaElement

/** Fields that hold what they cannot read, in their order on the page; they tell it themselves. */
export function unreadableFields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('[data-unreadable]')]
}

/** Required fields of a form that nobody has filled, in their order on the page. */
export function emptyFields(form: HTMLFormElement): Field[] {
  return [...form.querySelectorAll<Field>('input[required], textarea[required]')].filter(
    (field) => field.type !== 'checkbox' && field.value.trim() === '',
  )
}
