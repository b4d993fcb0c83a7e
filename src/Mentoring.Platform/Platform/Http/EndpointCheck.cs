using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Pipeline;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Platform.Http;

/// <summary>
/// Looks at every address that the server answers and says in words which one stands outside the walls. An empty
/// answer is a condition for serving: an endpoint that names no request passes by the entrance and the pipeline.
/// </summary>
public static class EndpointCheck
{
    /// <summary>Addresses without a request of the product: they show nothing of anybody.</summary>
    private static readonly HashSet<string> Bare = new(StringComparer.Ordinal)
    {
        "/health/live",
        "/health/ready",
        "/openapi/mentoring-platform.v1.json",
    };

    public static IReadOnlyList<string> Run(IEnumerable<EndpointDataSource> sources) =>
        [
            .. sources
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Select(e => (Address: "/" + e.RoutePattern.RawText?.TrimStart('/'), Fault: Fault(e)))
                .Where(e => e.Fault is not null && !Bare.Contains(e.Address))
                .Select(e => $"{e.Address}: {e.Fault}"),
        ];

    private static string? Fault(RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<OperationMetadata>()?.Request is not { } request)
            return "the address belongs to no request.";
        if (!request.IsAssignableTo(typeof(IBaseRequest)))
            return $"{request.Name} is no request.";
        var isInTenant = endpoint.Metadata.GetMetadata<TenantLevel>() is not null;
        return Protection.Of(request) switch
        {
            null => $"{request.Name} is not protected by exactly one attribute.",
            RequirePermissionAttribute when !isInTenant => $"{request.Name} asks for a permission and is in no tenant.",
            AnonymousRequestAttribute or OwnAccountAttribute when isInTenant =>
                $"{request.Name} is in a tenant and asks for no permission.",
            _ => null,
        };
    }
}
