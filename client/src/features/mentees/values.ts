import type { PersonValues, RepresentativeValues } from '~/features/people'

interface RequestValues {
  topicCode: string
  text: string
}

/** A mentee's record while it is being filled in. */
export interface MenteeValues {
  person: PersonValues
  categoryCode: string
  schoolClass: string
  position: string
  requests: RequestValues[]
  legalRepresentative: RepresentativeValues | null
}
