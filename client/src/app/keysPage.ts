import { guarded } from './guarded'

/** Keys of other systems: the same page at every level of the tree. */
export const KeysPage = guarded(
  'apiKeys.view',
  () => import('~/features/apiKeys/ApiKeysPage'),
  'ApiKeysPage',
)
