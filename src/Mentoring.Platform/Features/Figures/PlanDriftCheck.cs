using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// Once a night everybody of a region's tree is asked to count again: first the organizations, one after another at a
/// pace that leaves room for what people are waiting for, then the municipalities, then the region.
/// </summary>
internal sealed class PlanDriftCheck(MentoringDbContext db, RequestScope scope, TimeProvider clock) : IWorkHandler
{
    public static readonly PeriodKind Nightly = new(
        "figures.driftCheck",
        [TenantKind.Region],
        // When nobody works, and long enough after the day has begun.
        new TimeOnly(2, 0)
    );

    /// <summary>Forty thousand organizations are asked in under three hours.</summary>
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    public string Kind => Nightly.Kind;

    public Task Handle(string key, string payload, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT gen_random_uuid(), t.id, {CheckFigures.KindOf}, {key},
              {clock.GetUtcNow()} + {Pace} * row_number() OVER (ORDER BY cardinality(t.lineage) DESC, t.id)
            FROM mentoring.tenant t WHERE {scope.Tenant.Id} = ANY (t.lineage) AND t.closed_on IS NULL
            """,
            cancellationToken
        );
}
