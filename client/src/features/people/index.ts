export { EditPersonLink } from './EditPersonLink'
export { KnownPersonNotice } from './KnownPersonNotice'
export { PersonFacts } from './PersonFacts'
export { PersonFields, type PersonValues, emptyPerson, personBody } from './PersonFields'
export {
  RepresentativeFields,
  type RepresentativeValues,
  emptyRepresentative,
  representativeBody,
} from './RepresentativeFields'
export { PersonSelect } from './PersonSelect'
export { RepresentativeSection } from './RepresentativeSection'
