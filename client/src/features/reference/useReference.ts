import { useMemo } from 'react'
import { useRead } from '~/platform/api/api'
import type { Answer } from '~/platform/api/types'
import { useOrganizationId } from '~/platform/session/SessionContext'

type ReferenceData = Answer<'getReferenceData'>
type Coded = { code: string; name: string }
type ListName = {
  [K in keyof ReferenceData]: ReferenceData[K] extends Coded[] ? K : never
}[keyof ReferenceData]

/** The region's reference lists: choices for fields and names for codes. */
export function useReference() {
  const organizationId = useOrganizationId()
  const { data } = useRead('/organizations/{organizationId}/reference', {
    path: { organizationId },
  })
  return useMemo(
    () => ({
      data,
      options: (list: ListName) =>
        (data?.[list] ?? []).map(({ code, name }: Coded) => ({ value: code, label: name })),
      // A code says nothing to people: it is shown only where it was withdrawn, not while the lists come.
      name: (list: ListName, code: string) =>
        data ? ((data[list] as Coded[]).find((item) => item.code === code)?.name ?? code) : '…',
    }),
    [data],
  )
}
