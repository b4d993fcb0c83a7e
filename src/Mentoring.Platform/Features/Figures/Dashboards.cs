using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>Whose figures a dashboard shows.</summary>
public sealed record DashboardTenant(Guid Id, string Name, string ShortName);

/// <summary>The figures of a municipality, organization by organization.</summary>
/// <param name="SchoolYear">For example «2025/2026».</param>
/// <param name="ComputedAt">Since when the totals are what they are; null while nothing was counted yet.</param>
public sealed record MunicipalDashboard(
    DashboardTenant Tenant,
    string SchoolYear,
    DateTimeOffset? ComputedAt,
    MentoringFigures Totals,
    IReadOnlyList<DashboardOrganization> Organizations
);

public sealed record DashboardOrganization(
    Guid OrganizationId,
    string Name,
    OrganizationKind Kind,
    MentoringFigures Figures
);

/// <summary>A tenant with its roll-up, as dashboards need it; without one everything is nothing yet.</summary>
internal sealed record DashboardRow(
    Guid Id,
    Guid? ParentId,
    TenantKind Kind,
    string Name,
    string ShortName,
    TenantFigures? RollUp
)
{
    private static readonly FigureCounts Nothing = new();

    public FigureCounts Counts => RollUp ?? Nothing;

    public DashboardTenant Tenant => new(Id, Name, ShortName);
}

/// <summary>Reads roll-ups and the tenant tree, nothing else: no person is behind these pages.</summary>
public sealed class Dashboards(MentoringDbContext db)
{
    /// <summary>The current tenant and all below it that take part, in the order in which people read names.</summary>
    internal async Task<DashboardReading> Read(SchoolYear year, CancellationToken ct)
    {
        var top = db.TenantId;
        var rows = await (
            from tenant in db.Tenants
            join figures in db.Set<TenantFigures>().AsNoTracking().Where(f => f.SchoolYear == year.StartYear)
                on tenant.Id equals figures.TenantId
                into found
            from rollUp in found.DefaultIfEmpty()
            where tenant.Lineage.Contains(top) && tenant.ClosedOn == null
            orderby EF.Functions.Collate(tenant.ShortName, "ru-x-icu"), tenant.Id
            select new DashboardRow(tenant.Id, tenant.ParentId, tenant.Kind, tenant.Name, tenant.ShortName, rollUp)
        ).ToListAsync(ct);
        return new DashboardReading(top, rows);
    }

    internal async Task<MunicipalDashboard> OfMunicipality(
        DashboardReading reading,
        Guid municipalityId,
        SchoolYear year,
        CancellationToken ct
    )
    {
        var kinds = await db.Set<OrganizationProfile>()
            .Where(p => p.Lineage.Contains(municipalityId))
            .ToDictionaryAsync(p => p.TenantId, p => p.Kind, ct);
        var municipality = reading.Row(municipalityId)!;
        return new MunicipalDashboard(
            municipality.Tenant,
            year.ToString(),
            municipality.RollUp?.ComputedAt,
            reading.FiguresOf(municipality),
            [
                .. reading
                    .Below(municipalityId)
                    .Where(o => kinds.ContainsKey(o.Id))
                    .Select(o => new DashboardOrganization(o.Id, o.ShortName, kinds[o.Id], reading.FiguresOf(o))),
            ]
        );
    }
}

/// <summary>All that one reader sees, with what of it is hidden.</summary>
internal sealed class DashboardReading
{
    private readonly IReadOnlyList<DashboardRow> rows;
    private readonly IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> hidden;

    public DashboardReading(Guid top, IReadOnlyList<DashboardRow> rows)
    {
        this.rows = rows;
        hidden = CoverageTable.Hidden([
            .. rows.Select(r => new CoverageRow(r.Id, r.Id == top ? null : r.ParentId, r.Counts)),
        ]);
    }

    public DashboardRow? Row(Guid tenantId) => rows.FirstOrDefault(r => r.Id == tenantId);

    public IEnumerable<DashboardRow> Below(Guid tenantId) => rows.Where(r => r.ParentId == tenantId);

    public MentoringFigures FiguresOf(DashboardRow row) => MentoringFigures.Of(row.Counts, hidden.Of(row.Id));
}
