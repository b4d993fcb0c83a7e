import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { SESSION_PATH, useRead } from '../api/api'
import type { Problem } from '../problems/Problem'
import { antiforgery, pageOwner, stranger } from './expiry'
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

/** Reads the session and keeps it; pages below always have one, and always the same account's. */
export function SessionProvider({ children, loading, visitor, failed }: Props) {
  const { data, error, isPending, refetch } = useRead(SESSION_PATH, {})
  const [own, setOwn] = useState(data)
  const isOwn = !data || !own || data.accountId === own.accountId
  if (data && data !== own && isOwn) setOwn(data)
  useEffect(() => {
    stranger.set(isOwn ? null : data.displayName)
    if (!isOwn) return
    pageOwner.set(data?.accountId)
    antiforgery.set(data?.antiforgeryToken)
  }, [data, isOwn])
  // Neither another account nor a stale error of a background read takes the page away.
  if (own) return <SessionContext value={own}>{children}</SessionContext>
  if (isPending) return loading
  if (error?.status === 401) return visitor
  return failed(error!, () => void refetch())
}

/** Replaces the session after signing in; the antiforgery token changes with it. */
export function useReplaceSession(): (session: Session) => void {
  const cache = useQueryClient()
  return useCallback(
    (session) => {
      pageOwner.set(session.accountId)
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
