export { useReference } from './useReference'
