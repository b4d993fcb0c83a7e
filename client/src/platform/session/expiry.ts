import { createStore } from '../api/store'

/** Requests that met an expired session wait here until the reader signs in again. */
const waiters = new Set<(signedIn: boolean) => void>()

export const sessionExpired = createStore(false)

/** Asks for a new sign-in over the page; true when the request may be repeated. */
export function signInAgain(): Promise<boolean> {
  sessionExpired.set(true)
  return new Promise((resolve) => waiters.add(resolve))
}

/** The reader signed in again, or chose to leave the page. */
export function sessionIsBack(signedIn: boolean) {
  sessionExpired.set(false)
  const released = [...waiters]
  waiters.clear()
  for (const waiter of released) waiter(signedIn)
}

let token: string | undefined
let owner: string | undefined

/** The antiforgery token of the current session; every unsafe request carries it. */
export const antiforgery = {
  get: () => token,
  set: (next: string | undefined) => {
    token = next
  },
}

/** The account that the page was opened with. It stays that account's page until it is left. */
export const pageOwner = {
  get: () => owner,
  set: (accountId: string | undefined) => {
    owner = accountId
  },
}

/** Who has signed in in another tab meanwhile, by name; null while it is the page's own account. */
export const stranger = createStore<string | null>(null)
