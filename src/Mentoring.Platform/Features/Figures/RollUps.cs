using System.Globalization;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>Writes the roll-up of the job's tenant and tells the level above, if anything is new.</summary>
public sealed class RollUps(MentoringDbContext db, RequestScope scope, TimeProvider clock)
{
    /// <summary>The children's roll-ups have changed; the key is the school year.</summary>
    public const string ChildrenChanged = "figures.childrenChanged";

    /// <summary>How far figures are behind what was done.</summary>
    public static readonly MeasuredDelay Lag = new(
        "mentoring.roll_up.lag",
        "How long the oldest change has not reached the figures.",
        [WorkItem.OrganizationChanged, ChildrenChanged]
    );

    /// <summary>
    /// One at a time for each tenant, until the transaction ends: two workers that read at the same time would write
    /// in any order, and the older reading might come last.
    /// </summary>
    public Task Lock(CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtextextended({$"figures {scope.Tenant.Id}"}, 0))",
            ct
        );

    /// <returns>Whether anything was new.</returns>
    public async Task<bool> Write(FigureCounts counts, int schoolYear, CancellationToken ct)
    {
        var tenant = scope.Tenant;
        var row = await db.Set<TenantFigures>()
            .SingleOrDefaultAsync(f => f.TenantId == tenant.Id && f.SchoolYear == schoolYear, ct);
        if (row is null)
            db.Add(
                row = new TenantFigures
                {
                    TenantId = tenant.Id,
                    Lineage = [.. tenant.Lineage],
                    SchoolYear = schoolYear,
                }
            );
        if (!row.Write(counts, clock.GetUtcNow()))
            return false;
        await TellAbove(schoolYear, ct);
        return true;
    }

    /// <summary>The level above is to look again.</summary>
    public async Task TellAbove(int schoolYear, CancellationToken ct)
    {
        if (scope.Tenant.Lineage.Count > 1)
            await Ask(scope.Tenant.Lineage[1], ChildrenChanged, KeyOf(schoolYear), ct);
    }

    /// <summary>Asks for work in another tenant, which only the work login may do.</summary>
    public Task Ask(Guid tenantId, string kind, string key, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            VALUES ({Guid.CreateVersion7()}, {tenantId}, {kind}, {key}, {clock.GetUtcNow()})
            """,
            ct
        );

    public static int SchoolYearOf(string key) => int.Parse(key, CultureInfo.InvariantCulture);

    private static string KeyOf(int schoolYear) => schoolYear.ToString(CultureInfo.InvariantCulture);
}
