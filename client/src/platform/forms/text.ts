/** An optional text field as the API wants it: absent text is null. */
export const orNull = (typed: string): string | null => (typed.trim() === '' ? null : typed.trim())
