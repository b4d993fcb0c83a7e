import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect } from 'react'
import { SESSION_PATH, useRead } from '../api/api'
import type { Problem } from '../problems/Problem'
import { antiforgery } from './expiry'
import { type Session, SessionContext } from './SessionContext'

interface Props {
  children: ReactNode
  /** Shown while the session is being read. */
  loading: ReactNode
  /** Shown to a visitor who is not signed in. */
  visitor: ReactNode
  /** Shown when the session could not be read. */
  failed: (problem: Problem, again: () => void) => ReactNode
}

const QUERY_KEY = ['get', SESSION_PATH, { params: {} }]

/** Reads the session once and keeps it; pages below always have one. */
export function SessionProvider({ children, loading, visitor, failed }: Props) {
  const { data, error, isPending, refetch } = useRead(SESSION_PATH, {})
  useEffect(() => antiforgery.set(data?.antiforgeryToken), [data])
  // A stale error of a background read does not take the page away.
  if (data) return <SessionContext value={data}>{children}</SessionContext>
  if (isPending) return loading
  if (error?.status === 401) return visitor
  return failed(error!, () => void refetch())
}

/** Replaces the session after signing in; the antiforgery token changes with it. */
export function useReplaceSession(): (session: Session) => void {
  const cache = useQueryClient()
  return useCallback(
    (session) => {
      antiforgery.set(session.antiforgeryToken)
      cache.setQueryData(QUERY_KEY, session)
    },
    [cache],
  )
}

/** Forgets the session and everything that was read in it. */
export function useForgetSession(): () => void {
  const cache = useQueryClient()
  return useCallback(() => {
    antiforgery.set(undefined)
    cache.clear()
    window.location.assign('/')
  }, [cache])
}
