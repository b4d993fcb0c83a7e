import { Problem, readProblem, unanswered } from '../problems/Problem'
import { antiforgery, pageOwner, signInAgain, stranger } from '../session/expiry'
import { outageIsOver, waitForRetry } from './outage'
import type { Answer } from './types'

const SECONDS_WITHOUT_ANSWER = 5
const ABOUT_THE_SESSION = /\/accounts\/(session|sign-in|sign-out|invitations\/accept)$/

/** May be sent again without doing the thing twice. */
function isRepeatable(request: Request): boolean {
  return (
    request.method === 'GET' ||
    request.headers.has('Idempotency-Key') ||
    request.headers.has('If-Match')
  )
}

function secondsToWait(response: Response | undefined): number {
  const seconds = Number(response?.headers.get('Retry-After') ?? '')
  return Number.isFinite(seconds) && seconds > 0 ? seconds : SECONDS_WITHOUT_ANSWER
}

async function send(request: Request): Promise<Response | undefined> {
  const attempt = request.clone()
  const token = antiforgery.get()
  if (token && attempt.method !== 'GET') attempt.headers.set('X-Antiforgery', token)
  try {
    return await fetch(attempt)
  } catch (error) {
    if (request.signal.aborted) throw error
    return undefined
  }
}

/** Another tab signed in again: this one's token is of the session before. */
async function renewToken(request: Request, response: Response): Promise<boolean> {
  if (response.status !== 400) return false
  const problem = await readProblem(response.clone())
  if (problem.code !== 'request.antiforgery') return false
  const session = await fetch(new URL('/api/v1/accounts/session', request.url))
  if (!session.ok) return false
  const now = (await session.json()) as Answer<'getSession'>
  if (pageOwner.get() !== undefined && now.accountId !== pageOwner.get()) {
    // Sent again, the work of one person would be recorded as another's.
    stranger.set(now.displayName)
    throw new Problem({ status: 409, code: 'session.other_account' })
  }
  antiforgery.set(now.antiforgeryToken)
  return true
}

/**
 * Sends a request until it has an answer: waits while the server is away (503 or no answer at all)
 * and asks to sign in again when the session has expired. The page that sent it sees none of this,
 * so what was typed stays where it is.
 */
export async function transport(request: Request): Promise<Response> {
  let renewed = false
  for (;;) {
    const response = await send(request)
    if ((response === undefined || response.status === 503) && isRepeatable(request)) {
      if (await waitForRetry(secondsToWait(response), request.signal)) continue
    }
    if (response === undefined) throw unanswered()
    outageIsOver()
    if (response.status === 401 && !ABOUT_THE_SESSION.test(new URL(request.url).pathname)) {
      if (await signInAgain()) continue
    }
    if (!renewed && (await renewToken(request, response))) {
      renewed = true
      continue
    }
    return response
  }
}
