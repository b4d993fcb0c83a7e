import {
  type PersonValues,
  type RepresentativeValues,
  personBody,
  representativeBody,
} from '~/features/people'
import type { Body } from '~/platform/api/types'
import { orNull } from '~/platform/forms/text'

interface RequestValues {
  topicCode: string
  text: string
}

/** A mentee's record while it is being filled in; person and representative are those of a new one. */
export interface MenteeValues {
  person: PersonValues
  categoryCode: string
  schoolClass: string
  position: string
  requests: RequestValues[]
  legalRepresentative: RepresentativeValues | null
}

/** The card alone, as the API takes it. */
export const cardBody = (values: MenteeValues): Body<'editMentee'> => ({
  categoryCode: values.categoryCode,
  schoolClass: orNull(values.schoolClass),
  position: orNull(values.position),
  requests: values.requests.map(({ topicCode, text }) => ({ topicCode, text: orNull(text) })),
})

/** A new mentee: a person who is recorded already, or the one of the form. */
export const newBody = (values: MenteeValues, personId?: string): Body<'addMentee'> => ({
  ...cardBody(values),
  ...(personId ? { personId } : { person: personBody(values.person) }),
  legalRepresentative: representativeBody(values.legalRepresentative),
})
