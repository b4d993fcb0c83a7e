using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The region's figures in the current school year.</summary>
[RequirePermission(FigurePermissions.Region)]
public sealed record GetRegionalDashboard : IQuery<RegionalDashboard>, IReadsAtOnce;

/// <summary>The figures of a region, municipality by municipality.</summary>
/// <param name="SchoolYear">For example «2025/2026».</param>
/// <param name="ComputedAt">Since when the totals are what they are; null while nothing was counted yet.</param>
public sealed record RegionalDashboard(
    DashboardTenant Tenant,
    string SchoolYear,
    DateTimeOffset? ComputedAt,
    MentoringFigures Totals,
    IReadOnlyList<DashboardMunicipality> Municipalities
);

public sealed record DashboardMunicipality(Guid MunicipalityId, string Name, MentoringFigures Figures);

internal static class GetRegionalDashboardEndpoint
{
    public static void MapGetRegionalDashboard(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/dashboard", (Dispatcher send) => send.Ok(new GetRegionalDashboard()))
            .Describes<GetRegionalDashboard, RegionalDashboard>(
                "Shows the region's figures, municipality by municipality"
            );
}

internal sealed class GetRegionalDashboardHandler(Dashboards dashboards)
    : IRequestHandler<GetRegionalDashboard, Result<RegionalDashboard>>
{
    public async Task<Result<RegionalDashboard>> Handle(
        GetRegionalDashboard request,
        CancellationToken cancellationToken
    )
    {
        var region = await dashboards.Region(cancellationToken);
        return new RegionalDashboard(
            region.Parent.Tenant,
            dashboards.Year.ToString(),
            region.Parent.ComputedAt,
            region.Parent.Figures,
            [.. region.Children.Select(m => new DashboardMunicipality(m.Id, m.ShortName, m.Figures))]
        );
    }
}
