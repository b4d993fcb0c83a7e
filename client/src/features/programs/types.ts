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

/** What can be changed while a program runs. */
export type ContentValues = Pick<ProgramBody, 'formCodes' | 'kindCodes' | 'deliveryMode'> & {
  activities: ActivityValues[]
}

/** A program while it is being filled in. */
export type ProgramValues = ContentValues & {
  startsOn: string | null
  endsOn: string | null
  rationale: Record<RationaleField, string>
}
