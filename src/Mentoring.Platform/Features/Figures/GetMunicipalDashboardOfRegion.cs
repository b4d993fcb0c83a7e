using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The same page as the municipality's own, for the region above it.</summary>
[RequirePermission(FigurePermissions.Region)]
public sealed record GetMunicipalDashboardOfRegion : IQuery<MunicipalDashboard>, IReadsAtOnce
{
    [JsonIgnore]
    public Guid MunicipalityId { get; init; }
}

internal static class GetMunicipalDashboardOfRegionEndpoint
{
    public static void MapGetMunicipalDashboardOfRegion(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/municipalities/{municipalityId:guid}/dashboard",
                (Guid municipalityId, Dispatcher send) =>
                    send.Ok(new GetMunicipalDashboardOfRegion { MunicipalityId = municipalityId })
            )
            .Describes<GetMunicipalDashboardOfRegion, MunicipalDashboard>(
                "Shows the figures of one of the region's municipalities, organization by organization"
            );
}

internal sealed class GetMunicipalDashboardOfRegionHandler(Dashboards dashboards)
    : IRequestHandler<GetMunicipalDashboardOfRegion, Result<MunicipalDashboard>>
{
    public async Task<Result<MunicipalDashboard>> Handle(
        GetMunicipalDashboardOfRegion request,
        CancellationToken cancellationToken
    )
    {
        var page = await dashboards.Municipality(request.MunicipalityId, cancellationToken);
        return page is null ? CommonErrors.NotFound : page;
    }
}
