import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useMembership } from '~/platform/session/SessionContext'

/** How often the page looks again while it is open. */
export const REFRESH = { refetchInterval: 5000 }

export function useWorkState() {
  const { tenantId: regionId } = useMembership()
  return useRead('/regions/{regionId}/work-runs/state', { path: { regionId } }, REFRESH)
}

export type WorkStateQuery = ReturnType<typeof useWorkState>
export type WorkKind = Answer<'getWorkState'>['kinds'][number]
