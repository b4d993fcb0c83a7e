using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>What a key may be made for.</summary>
public enum ApiKeyScope
{
    /// <summary>Figures: an organization's own, a municipality's or a region's dashboards.</summary>
    FiguresRead,

    /// <summary>The organization's card; above it the lists of organizations or municipalities.</summary>
    OrganizationsRead,

    /// <summary>Reference lists and settings.</summary>
    ReferenceRead,
}

/// <summary>Every scope and what it opens. Reading only, and nothing that holds a participant's personal data.</summary>
public static class ApiKeyScopes
{
    public static readonly ScopeCatalog Catalog = new([
        Grant(ApiKeyScope.FiguresRead, TenantKind.Organization, FigurePermissions.Own, "/figures"),
        Grant(ApiKeyScope.FiguresRead, TenantKind.Municipality, FigurePermissions.Municipality, "/dashboard"),
        Grant(ApiKeyScope.FiguresRead, TenantKind.Region, FigurePermissions.Region, "/dashboard"),
        Grant(ApiKeyScope.OrganizationsRead, TenantKind.Organization, OrganizationPermissions.View, ""),
        Grant(ApiKeyScope.OrganizationsRead, TenantKind.Municipality, OrganizationPermissions.List, "/organizations"),
        Grant(ApiKeyScope.OrganizationsRead, TenantKind.Region, OrganizationPermissions.List, "/municipalities"),
        Grant(ApiKeyScope.ReferenceRead, TenantKind.Organization, ReferencePermissions.View, "/reference"),
    ]);

    /// <summary>Scopes that mean something at this level and give no more than their giver has.</summary>
    public static IReadOnlyList<ApiKeyScope> OfferedTo(Actor actor, TenantKind level) =>
        [.. Catalog.All.Where(g => g.Level == level && actor.Can(g.Permission)).Select(g => Read(g.Scope))];

    public static string Code(ApiKeyScope scope) => EnumText<ApiKeyScope>.Write(scope);

    public static ApiKeyScope Read(string code) => Enum.Parse<ApiKeyScope>(code, ignoreCase: true);

    private static ScopeGrant Grant(ApiKeyScope scope, TenantKind level, string permission, string example) =>
        new(Code(scope), level, permission, example);
}
