using System.Collections.Frozen;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Access;

/// <summary>A role: a set of permissions, given in tenants of one kind.</summary>
/// <param name="Code">Code on the wire, e.g. <c>headOfOrganization</c>.</param>
public sealed record Role(string Code, TenantKind Level, IReadOnlyList<string> Permissions);

/// <summary>All roles, by code. Code asks for permissions, never for a role.</summary>
public sealed class RoleCatalog(IEnumerable<Role> roles)
{
    private readonly FrozenDictionary<string, Role> roles = roles.ToFrozenDictionary(
        r => r.Code,
        StringComparer.Ordinal
    );

    public IReadOnlyCollection<Role> All => roles.Values;

    /// <summary>What roles allow together in a tenant of this kind; a role of another level allows nothing.</summary>
    public IReadOnlySet<string> PermissionsOf(IEnumerable<string> codes, TenantKind level) =>
        codes
            .Where(code => roles.TryGetValue(code, out var role) && role.Level == level)
            .SelectMany(code => roles[code].Permissions)
            .ToHashSet(StringComparer.Ordinal);
}
