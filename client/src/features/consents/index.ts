export { PersonConsents } from './PersonConsents'
