using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>One's own organization's figures in the current school year: exact, nothing hidden.</summary>
[RequirePermission(FigurePermissions.Own)]
public sealed record GetOrganizationFigures : IQuery<OrganizationFigures>;

/// <param name="SchoolYear">For example «2025/2026».</param>
/// <param name="ComputedAt">Since when the figures are what they are; null while nothing was counted yet.</param>
public sealed record OrganizationFigures(string SchoolYear, DateTimeOffset? ComputedAt, MentoringFigures Figures);

internal static class GetOrganizationFiguresEndpoint
{
    public static void MapGetOrganizationFigures(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", (Dispatcher send) => send.Ok(new GetOrganizationFigures()))
            .Describes<GetOrganizationFigures, OrganizationFigures>("Shows the organization's own figures, exact");
}

internal sealed class GetOrganizationFiguresHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<GetOrganizationFigures, Result<OrganizationFigures>>
{
    public async Task<Result<OrganizationFigures>> Handle(
        GetOrganizationFigures request,
        CancellationToken cancellationToken
    )
    {
        var year = SchoolYear.Of(calendar.Today(scope.Tenant));
        var row = await db.Set<TenantFigures>()
            .AsNoTracking()
            .SingleOrDefaultAsync(
                f => f.TenantId == scope.Tenant.Id && f.SchoolYear == year.StartYear,
                cancellationToken
            );
        return new OrganizationFigures(
            year.ToString(),
            row?.ComputedAt,
            MentoringFigures.Of(row ?? new FigureCounts(), new HashSet<Organizations.TargetGroup>())
        );
    }
}
