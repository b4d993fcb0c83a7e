import type { ReactNode } from 'react'
import type { Answer } from '~/platform/api/types'
import { useOrganizationId } from '~/platform/session/SessionContext'
import { TextLink } from '~/ui/links'

type Target = Answer<'getBoard'>['items'][number]['entries'][number]['target']

const FOLDER: Record<Exclude<Target['kind'], 'person'>, string> = {
  mentor: 'mentors',
  mentee: 'mentees',
  pair: 'pairs',
  order: 'orders',
  program: 'programs',
}

/** Opens the record that an entry of the board is about; a person alone has no page. */
export function TargetLink({ target, children }: { target: Target; children: ReactNode }) {
  const organizationId = useOrganizationId()
  if (target.kind === 'person') return <span>{children}</span>
  const to: string = `/o/${organizationId}/${FOLDER[target.kind]}/${target.id}`
  return <TextLink to={to}>{children}</TextLink>
}
