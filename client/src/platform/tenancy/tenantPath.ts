type TenantKind = 'organization' | 'municipality' | 'region'

const SEGMENT: Record<TenantKind, string> = { organization: 'o', municipality: 'm', region: 'r' }

/** The address of a tenant in the client: `/o/{id}`, `/m/{id}`, `/r/{id}`. */
export function tenantPath(tenant: { tenantKind: TenantKind; tenantId: string }): string {
  return `/${SEGMENT[tenant.tenantKind]}/${tenant.tenantId}`
}

/** The tenant that an address names, if any. */
export function tenantOf(pathname: string): { kind: TenantKind; id: string } | undefined {
  const match = /^\/([omr])\/([^/]+)/.exec(pathname)
  if (!match) return undefined
  const kind = (Object.keys(SEGMENT) as TenantKind[]).find((k) => SEGMENT[k] === match[1])
  return kind && { kind, id: decodeURIComponent(match[2]!) }
}
