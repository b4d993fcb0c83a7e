import {
  type UseInfiniteQueryResult,
  type UseQueryResult,
  useQueryClient,
} from '@tanstack/react-query'
import createFetchClient from 'openapi-fetch'
import createQueryClient from 'openapi-react-query'
import { useCallback, useRef, useState } from 'react'
import { allSaved } from '../forms/unsaved'
import { Problem, asProblem, readProblem } from '../problems/Problem'
import { SubmissionKey } from './idempotency'
import { transport } from './transport'
import type {
  Paths,
  ReadAnswer,
  ReadParameters,
  ReadPath,
  WriteAnswer,
  WriteMethod,
  WriteParameters,
  WritePath,
} from './types'

/** The one place that knows how calls are made; pages see operations and problems. */
const client = createFetchClient<Paths>({
  // Absolute, since a Request outside of a browser refuses relative addresses.
  baseUrl: new URL('/api/v1', window.location.origin).toString(),
  fetch: transport,
})
client.use({
  onResponse: async ({ response }) => {
    if (!response.ok) throw await readProblem(response)
  },
})
const queries = createQueryClient(client)

interface ReadOptions {
  enabled?: boolean
  refetchInterval?: number
}

/** Reads one resource; the answer is shared by its address and parameters. */
export function useRead<P extends ReadPath>(
  path: P,
  parameters: ReadParameters<P>,
  options: ReadOptions = {},
): UseQueryResult<ReadAnswer<P>, Problem> {
  // The generic client cannot follow a path that is itself a type parameter; ReadPath checks it.
  return queries.useQuery(
    'get',
    path as never,
    { params: parameters } as never,
    options as never,
  ) as UseQueryResult<ReadAnswer<P>, Problem>
}

export interface Page<T> {
  items: T[]
  nextCursor?: string | null
  total: number
}

/** Reads a list page by page; `cursor` is the server's and means nothing here. */
export function useReadPages<P extends ReadPath>(
  path: P,
  parameters: ReadParameters<P>,
  options: ReadOptions = {},
): UseInfiniteQueryResult<{ pages: ReadAnswer<P>[] }, Problem> {
  return queries.useInfiniteQuery(
    'get',
    path as never,
    { params: parameters } as never,
    {
      ...options,
      pageParamName: 'cursor',
      // Left out of the address; an undefined one would be sent as 0.
      initialPageParam: null,
      getNextPageParam: (last: Page<unknown>) => last.nextCursor ?? undefined,
    } as never,
  ) as unknown as UseInfiniteQueryResult<{ pages: ReadAnswer<P>[] }, Problem>
}

export interface Write<M extends WriteMethod, P extends WritePath<M>> {
  /** Sends; null when it failed (then `problem` says why). */
  send(parameters: WriteParameters<M, P>): Promise<{ data: WriteAnswer<M, P> } | null>
  isPending: boolean
  problem: Problem | null
  clear(): void
}

interface WriteOptions {
  /** False where nothing on the page can be read afterwards: after signing out. */
  rereads?: boolean
}

/**
 * One form or button that changes something. A POST carries an Idempotency-Key that is made once
 * per filled form; `version` becomes If-Match. After success everything on the page is read anew.
 * A warning that the reader confirms is passed when the form is sent next.
 */
export function useWrite<M extends WriteMethod, P extends WritePath<M>>(
  method: M,
  path: P,
  { rereads = true }: WriteOptions = {},
): Write<M, P> {
  const cache = useQueryClient()
  const key = useRef(new SubmissionKey())
  const underWay = useRef(false)
  const confirmed = useRef<string[]>([])
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)

  const send = useCallback(
    async (parameters: WriteParameters<M, P>) => {
      if (underWay.current) return null
      underWay.current = true
      setPending(true)
      setProblem(null)
      const { body, version, ...params } = parameters as {
        body?: unknown
        version?: number
        path?: unknown
      }
      const headers: Record<string, string> = {}
      if (method === 'post') headers['Idempotency-Key'] = key.current.take()
      const passing = confirmed.current
      confirmed.current = []
      if (version !== undefined) headers['If-Match'] = `"${version}"`
      try {
        const answer = await client.request(
          method,
          path as never,
          {
            params,
            body: passing.length > 0 ? { ...(body as object), confirmed: passing } : body,
            headers,
          } as never,
        )
        key.current.accepted()
        allSaved()
        if (rereads)
          await cache.invalidateQueries({
            predicate: (query) => !query.queryKey.includes(SESSION_PATH),
          })
        return { data: answer.data as WriteAnswer<M, P> }
      } catch (error) {
        const failure = asProblem(error)
        key.current.failed(failure)
        if (failure.isConfirmable)
          failure.confirm = () => (confirmed.current = [...passing, failure.code])
        setProblem(failure)
        return null
      } finally {
        underWay.current = false
        setPending(false)
      }
    },
    [cache, method, path, rereads],
  )
  const clear = useCallback(() => setProblem(null), [])
  return { send, isPending, problem, clear }
}

export const SESSION_PATH = '/accounts/session'
