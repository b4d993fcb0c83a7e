const KEY = 'mentoring.login'

/** The login used in this tab; the session itself does not tell it. */
export const lastLogin = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined

export const rememberLogin = (login: string) => sessionStorage.setItem(KEY, login)
