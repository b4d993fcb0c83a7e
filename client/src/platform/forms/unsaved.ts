import { useEffect, useState } from 'react'

/** Forms on the page that hold what nobody has saved. */
const filled = new Set<symbol>()

export const hasUnsaved = () => filled.size > 0

/** The server has taken what was sent: whoever leaves now loses nothing. */
export const allSaved = () => filled.clear()

/** Notes whether a form holds something that is not saved, for as long as the form is there. */
export function useUnsaved(isDirty: boolean) {
  const [form] = useState(() => Symbol('form'))
  useEffect(() => {
    if (!isDirty) return
    filled.add(form)
    return () => void filled.delete(form)
  }, [form, isDirty])
}
