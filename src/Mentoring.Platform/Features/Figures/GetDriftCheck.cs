using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>How the last nightly check of the region's figures went.</summary>
[RequirePermission(FigurePermissions.Check)]
public sealed record GetDriftCheck : IQuery<DriftCheck>;

/// <summary>The nightly check: every roll-up of the region's tree against what counting again gives.</summary>
/// <param name="Night">Null while none has been made yet.</param>
/// <param name="FinishedAt">Null while it goes on.</param>
/// <param name="Tenants">How many there are to check.</param>
/// <param name="Checked">How many were, that night.</param>
/// <param name="Findings">What differed; all of it was mended at once. The newest, 200 at most.</param>
public sealed record DriftCheck(
    DateOnly? Night,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    int Tenants,
    int Checked,
    IReadOnlyList<DriftFinding> Findings
);

/// <param name="Figures">Which figures differed: their names, no values.</param>
public sealed record DriftFinding(
    Guid TenantId,
    string TenantName,
    TenantKind TenantKind,
    DateOnly Night,
    DateTimeOffset FoundAt,
    IReadOnlyList<string> Figures
);

internal static class GetDriftCheckEndpoint
{
    public static void MapGetDriftCheck(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/figures/drift-check", (Dispatcher send) => send.Ok(new GetDriftCheck()))
            .Describes<GetDriftCheck, DriftCheck>("Shows how the last nightly check of the figures went");
}

internal sealed class GetDriftCheckHandler(MentoringDbContext db) : IRequestHandler<GetDriftCheck, Result<DriftCheck>>
{
    private const int MostFindings = 200;

    public async Task<Result<DriftCheck>> Handle(GetDriftCheck request, CancellationToken cancellationToken)
    {
        var region = db.TenantId;
        var tenants = await db.Tenants.CountAsync(
            t => t.Lineage.Contains(region) && t.ClosedOn == null,
            cancellationToken
        );
        var checks = db.Set<FiguresCheck>().Where(c => c.Lineage.Contains(region));
        var night = await checks.MaxAsync(c => (DateOnly?)c.Night, cancellationToken);
        var of = await checks
            .Where(c => c.Night == night)
            .GroupBy(_ => 1)
            .Select(g => new
            {
                Checked = g.Count(),
                StartedAt = g.Min(c => c.CheckedAt),
                // The region itself comes last.
                FinishedAt = g.Max(c => c.TenantId == region ? (DateTimeOffset?)c.CheckedAt : null),
            })
            .SingleOrDefaultAsync(cancellationToken);
        var findings = await (
            from drift in db.Set<FiguresDrift>()
            join tenant in db.Tenants on drift.TenantId equals tenant.Id
            where drift.Lineage.Contains(region)
            orderby drift.FoundAt descending, tenant.Id
            select new DriftFinding(tenant.Id, tenant.ShortName, tenant.Kind, drift.Night, drift.FoundAt, drift.Figures)
        )
            .Take(MostFindings)
            .ToListAsync(cancellationToken);
        return new DriftCheck(night, of?.StartedAt, of?.FinishedAt, tenants, of?.Checked ?? 0, findings);
    }
}
