using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Access;

/// <summary>What a scope of an API key opens in tenants of one kind.</summary>
/// <param name="Scope">Code on the wire, e.g. <c>figuresRead</c>.</param>
/// <param name="Permission">The permission that a key with this scope has there.</param>
/// <param name="Example">An address that the scope opens, below the tenant's own.</param>
public sealed record ScopeGrant(string Scope, TenantKind Level, string Permission, string Example);

/// <summary>All scopes of keys: what they open is what keys can do at all.</summary>
public sealed class ScopeCatalog(IReadOnlyList<ScopeGrant> grants)
{
    public IReadOnlyList<ScopeGrant> All => grants;

    /// <summary>What these scopes open together; a scope that means nothing at this level opens nothing.</summary>
    public IReadOnlySet<string> PermissionsOf(IEnumerable<string> scopes, TenantKind level) =>
        Of(scopes, level).Select(g => g.Permission).ToHashSet(StringComparer.Ordinal);

    public IEnumerable<ScopeGrant> Of(IEnumerable<string> scopes, TenantKind level) =>
        grants.Where(g => g.Level == level && scopes.Contains(g.Scope, StringComparer.Ordinal));

    /// <summary>The scope that opens what this permission guards; null where no key comes in.</summary>
    public string? ScopeOf(string permission, TenantKind level) =>
        grants.FirstOrDefault(g => g.Level == level && g.Permission == permission)?.Scope;
}
