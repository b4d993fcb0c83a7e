using Mentoring.Platform.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Platform.Http;

/// <summary>The groups of routes, one for each level of the tree: the address picks the tenant.</summary>
public sealed record ApiRoutes(
    IEndpointRouteBuilder Root,
    IEndpointRouteBuilder Region,
    IEndpointRouteBuilder Municipality,
    IEndpointRouteBuilder Organization
);

/// <summary>Marks a route as inside a tenant of this level, named by this route value.</summary>
public sealed record TenantLevel(TenantKind Kind, string RouteValue);

public static class TenantRoutes
{
    public static ApiRoutes MapApi(this IEndpointRouteBuilder app)
    {
        var root = app.MapGroup("/api/v1");
        return new ApiRoutes(
            root,
            Level(root, "/regions/{regionId:guid}", "regionId", TenantKind.Region),
            Level(root, "/municipalities/{municipalityId:guid}", "municipalityId", TenantKind.Municipality),
            Level(root, "/organizations/{organizationId:guid}", "organizationId", TenantKind.Organization)
        );
    }

    private static RouteGroupBuilder Level(RouteGroupBuilder root, string path, string value, TenantKind kind) =>
        root.MapGroup(path).WithMetadata(new TenantLevel(kind, value));
}
