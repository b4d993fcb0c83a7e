import type { Answer, Body } from '~/platform/api/types'

export type Program = Answer<'getProgram'>
export type ProgramBody = Body<'editProgram'>

type Activity = ProgramBody['activities'][number]
/** A row of the plan while it is being filled in. */
export type ActivityValues = Omit<Activity, 'plannedOn'> & { plannedOn: string | null }

/** The fields of the explanatory note. */
export type RationaleField =
  | 'problem'
  | 'goals'
  | 'mentorContent'
  | 'menteeContent'
  | 'interimResults'
  | 'plannedResults'
  | 'meetingSchedule'
  | 'conditions'

/** A program while it is being filled in. */
export type ProgramValues = Pick<ProgramBody, 'formCodes' | 'kindCodes' | 'deliveryMode'> & {
  startsOn: string | null
  endsOn: string | null
  activities: ActivityValues[]
  rationale: Record<RationaleField, string>
}
