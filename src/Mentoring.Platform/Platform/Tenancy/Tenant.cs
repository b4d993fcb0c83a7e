namespace Mentoring.Platform.Platform.Tenancy;

/// <summary>The three levels of the tree; each tenant's parent is of the level before.</summary>
public enum TenantKind
{
    Region,
    Municipality,
    Organization,
}

/// <summary>A node of the tenant tree, as requests and jobs need it.</summary>
/// <param name="Lineage">This tenant, then its ancestors, nearest first.</param>
/// <param name="TimeZone">IANA zone id; civil dates of the tenant are dates there.</param>
public sealed record TenantInfo(
    Guid Id,
    TenantKind Kind,
    string Name,
    string ShortName,
    IReadOnlyList<Guid> Lineage,
    string TimeZone
);
