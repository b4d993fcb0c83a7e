import { useState } from 'react'

/**
 * The version that a form was filled from. A page reads its record anew in the background; a form
 * must not take the newer version for what its author has seen.
 */
export function useSeenVersion(record: { version: number }) {
  const [version, setVersion] = useState(record.version)
  return {
    version,
    /** The author was told of the newer version and wants to save over it. */
    catchUp: () => setVersion(record.version),
    isBehind: version !== record.version,
  }
}
