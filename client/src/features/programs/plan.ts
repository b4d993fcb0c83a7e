import type { ActivityValues, Program, ProgramBody } from './types'

/** Activities as the form fills them in, each known by its id. */
export function plannedRows(activities: Program['activities']): ActivityValues[] {
  return activities.map((activity) => ({
    id: activity.id,
    direction: activity.direction,
    title: activity.title,
    plannedOn: activity.plannedOn,
    mode: activity.mode,
    expectedResult: activity.expectedResult,
    responsible: activity.responsible,
  }))
}

/** Rows of the form as the API takes them. */
export function planOf(rows: ActivityValues[]): ProgramBody['activities'] {
  return rows.map((row) => ({ ...row, plannedOn: row.plannedOn ?? '' }))
}
