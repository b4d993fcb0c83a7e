import { useMembership } from '~/platform/session/SessionContext'

const KEYS = {
  organization: '/organizations/{organizationId}/api-keys',
  municipality: '/municipalities/{municipalityId}/api-keys',
  region: '/regions/{regionId}/api-keys',
} as const

const REVOCATION = {
  organization: '/organizations/{organizationId}/api-keys/{keyId}/revocation',
  municipality: '/municipalities/{municipalityId}/api-keys/{keyId}/revocation',
  region: '/regions/{regionId}/api-keys/{keyId}/revocation',
} as const

/** Where the keys of the current tenant are: the same at every level but for the address. */
export function useKeyPaths() {
  const { tenantKind, tenantId } = useMembership()
  return {
    keys: KEYS[tenantKind],
    revocation: REVOCATION[tenantKind],
    // Each address takes the one that it names.
    tenant: { organizationId: tenantId, municipalityId: tenantId, regionId: tenantId },
  }
}
