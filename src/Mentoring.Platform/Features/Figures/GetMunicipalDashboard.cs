using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The municipality's figures in the current school year.</summary>
[RequirePermission(FigurePermissions.Municipality)]
public sealed record GetMunicipalDashboard : IQuery<MunicipalDashboard>, IReadsAtOnce;

internal static class GetMunicipalDashboardEndpoint
{
    public static void MapGetMunicipalDashboard(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/dashboard", (Dispatcher send) => send.Ok(new GetMunicipalDashboard()))
            .Describes<GetMunicipalDashboard, MunicipalDashboard>(
                "Shows the municipality's figures, organization by organization"
            );
}

internal sealed class GetMunicipalDashboardHandler(Dashboards dashboards)
    : IRequestHandler<GetMunicipalDashboard, Result<MunicipalDashboard>>
{
    public async Task<Result<MunicipalDashboard>> Handle(
        GetMunicipalDashboard request,
        CancellationToken cancellationToken
    ) => await dashboards.Municipality(cancellationToken);
}
