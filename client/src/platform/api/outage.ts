import { createStore } from './store'

/** The server does not answer; requests wait and are repeated. */
export interface Outage {
  /** When waiting requests are repeated; null while they are on their way. */
  retryAt: number | null
}

type Waiter = (go: boolean) => void

const waiters = new Set<Waiter>()
let timer: ReturnType<typeof setTimeout> | undefined

export const outage = createStore<Outage | null>(null)

function release(go: boolean) {
  clearTimeout(timer)
  timer = undefined
  outage.set(go ? { retryAt: null } : null)
  const released = [...waiters]
  waiters.clear()
  for (const waiter of released) waiter(go)
}

/** Waits for the next attempt; false when the reader chose not to wait. */
export function waitForRetry(seconds: number, signal: AbortSignal): Promise<boolean> {
  if (timer === undefined) {
    outage.set({ retryAt: Date.now() + seconds * 1000 })
    timer = setTimeout(() => release(true), seconds * 1000)
  }
  return new Promise((resolve, reject) => {
    const waiter: Waiter = (go) => {
      signal.removeEventListener('abort', leave)
      resolve(go)
    }
    // A page that was left does not hold the others' queue.
    const leave = () => {
      waiters.delete(waiter)
      if (waiters.size === 0) release(false)
      reject(signal.reason)
    }
    waiters.add(waiter)
    signal.addEventListener('abort', leave, { once: true })
  })
}

export const retryNow = () => release(true)
export const stopWaiting = () => release(false)

/** The server answered. */
export function outageIsOver() {
  if (outage.get() && waiters.size === 0) outage.set(null)
}
