import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * The version that a form was filled from. A page reads its record anew in the background; a form
 * must not take the newer version for what its author has seen.
 */
export function useSeenVersion(record: { version: number }) {
  const cache = useQueryClient()
  const [version, setVersion] = useState(record.version)
  const [isCatchingUp, setCatchingUp] = useState(false)
  if (isCatchingUp && record.version !== version) {
    setVersion(record.version)
    setCatchingUp(false)
  }
  return {
    version,
    /** The author was told of the newer version and wants to save over it. */
    catchUp: () => {
      setCatchingUp(true)
      void cache.invalidateQueries()
    },
  }
}
