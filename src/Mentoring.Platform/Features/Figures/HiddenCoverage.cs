using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// Which counts of a tenant of the region are hidden above the organization: the same for all readers, so that no two
/// pages differ. Decided by the region's job, read by everybody below.
/// </summary>
public sealed class HiddenCoverage : IDownward
{
    public Guid TenantId { get; internal set; }
    public required int SchoolYear { get; init; }

    /// <summary>The region itself, one of its municipalities or organizations.</summary>
    public required Guid OfTenantId { get; init; }
    public required string[] Groups { get; set; }
}

/// <summary>Decides for the job's region what is hidden in it, from all its organizations at once.</summary>
internal sealed class CoverageDecision(MentoringDbContext db, RequestScope scope)
{
    /// <returns>Whether anything was not so before.</returns>
    public async Task<bool> Write(int year, CancellationToken ct)
    {
        if (scope.Tenant.Kind != TenantKind.Region)
            return false;
        var decided = await Decide(year, ct);
        var region = scope.Tenant.Id;
        var before = await db.Set<HiddenCoverage>()
            .Where(h => h.TenantId == region && h.SchoolYear == year)
            .ToDictionaryAsync(h => h.OfTenantId, ct);
        var isNew = false;
        foreach (var (tenant, groups) in decided)
        {
            string[] words = [.. groups.Order().Select(EnumText<TargetGroup>.Write)];
            if (!before.Remove(tenant, out var row))
                db.Add(
                    new HiddenCoverage
                    {
                        SchoolYear = year,
                        OfTenantId = tenant,
                        Groups = words,
                    }
                );
            else if (!row.Groups.SequenceEqual(words))
                row.Groups = words;
            else
                continue;
            isNew = true;
        }
        db.RemoveRange(before.Values);
        return isNew || before.Count > 0;
    }

    private async Task<IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>>> Decide(int year, CancellationToken ct)
    {
        var region = scope.Tenant.Id;
        var open = await (
            from tenant in db.Tenants
            join row in db.Set<TenantFigures>().AsNoTracking().Where(f => f.SchoolYear == year)
                on tenant.Id equals row.TenantId
                into rows
            from row in rows.DefaultIfEmpty()
            where tenant.Lineage.Contains(region) && tenant.Id != region && tenant.ClosedOn == null
            select new
            {
                tenant.Id,
                tenant.Kind,
                tenant.ParentId,
                Figures = row,
            }
        ).ToListAsync(ct);
        return HiddenCounts.Of(
            region,
            [.. open.Where(t => t.Kind == TenantKind.Municipality).Select(t => t.Id)],
            [
                .. open.Where(t => t.Kind == TenantKind.Organization)
                    .Select(t => new CoverageRow(t.Id, t.ParentId!.Value, t.Figures ?? new FigureCounts())),
            ]
        );
    }
}
