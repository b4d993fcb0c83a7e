/** One wrong field of a request: a JSON pointer into its body and a stable code. */
export interface FieldProblem {
  pointer: string
  code: string
  message?: string
}

interface ProblemDetails {
  status: number
  code: string
  detail?: string | null
  traceId?: string | null
  params?: Record<string, unknown>
  errors?: FieldProblem[]
  retryAfterSeconds?: number
  confirmable?: boolean
}

/** What every failed call throws: the server's problem details, or the lack of an answer. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly detail: string | undefined
  readonly traceId: string | undefined
  readonly params: Record<string, unknown>
  readonly errors: FieldProblem[]
  /** A warning: the reader may say that it is meant, and send the same again. */
  readonly isConfirmable: boolean
  /** Notes that the warning is passed; the form that is sent next says so. */
  confirm: (() => void) | undefined

  constructor(details: ProblemDetails) {
    super(details.code)
    this.name = 'Problem'
    this.status = details.status
    this.code = details.code
    this.detail = details.detail ?? undefined
    this.traceId = details.traceId ?? undefined
    this.params = details.params ?? {}
    this.errors = details.errors ?? []
    this.isConfirmable = details.confirmable ?? false
  }

  /** The request never got an answer: whether it was carried out is not known. */
  get isUnanswered(): boolean {
    return this.status === 0
  }

  /** The server refused for good: sending the same again gives the same. */
  get isDefinite(): boolean {
    return this.status >= 400 && this.status < 500 && this.status !== 408 && this.status !== 429
  }
}

/** Reads a failed answer; one without problem details still becomes a Problem with a code. */
export async function readProblem(response: Response): Promise<Problem> {
  const text = await response.text().catch(() => '')
  let body: Partial<ProblemDetails> = {}
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed === 'object' && parsed !== null) body = parsed
  } catch {
    // A gateway may answer with a page of its own; its text is of no use to the reader.
  }
  return new Problem({
    ...body,
    status: response.status,
    code: typeof body.code === 'string' ? body.code : `http.${response.status}`,
    errors: Array.isArray(body.errors) ? body.errors : [],
    params: typeof body.params === 'object' && body.params !== null ? body.params : {},
  })
}

export function unanswered(): Problem {
  return new Problem({ status: 0, code: 'connection.lost' })
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  return new Problem({ status: -1, code: 'client.failed' })
}
