using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The same page as the municipality's own, for the region above it.</summary>
[RequirePermission(FigurePermissions.Region)]
public sealed record GetMunicipalDashboardOfRegion : IQuery<MunicipalDashboard>
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

internal sealed class GetMunicipalDashboardOfRegionHandler(
    Dashboards dashboards,
    RequestScope scope,
    SchoolCalendar calendar
) : IRequestHandler<GetMunicipalDashboardOfRegion, Result<MunicipalDashboard>>
{
    public async Task<Result<MunicipalDashboard>> Handle(
        GetMunicipalDashboardOfRegion request,
        CancellationToken cancellationToken
    )
    {
        var year = SchoolYear.Of(calendar.Today(scope.Tenant));
        // The whole region is read: what is hidden here depends on what the region's page shows.
        var reading = await dashboards.Read(year, cancellationToken);
        if (reading.Row(request.MunicipalityId)?.ParentId != scope.Tenant.Id)
            return CommonErrors.NotFound;
        return await dashboards.OfMunicipality(reading, request.MunicipalityId, year, cancellationToken);
    }
}
