using Mentoring.Platform.Features.Organizations;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Time;

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

/// <summary>
/// Reads roll-ups and the tenant tree, nothing else: no person is behind these pages. A page reads its own level and the
/// one below, however many organizations the region has; the counts and what is hidden of them come from one moment.
/// </summary>
public sealed class Dashboards(TenantReads reads, RequestScope scope, SchoolCalendar calendar)
{
    internal SchoolYear Year { get; } = SchoolYear.Of(calendar.Today(scope.Tenant));

    /// <summary>The region and its municipalities.</summary>
    internal Task<DashboardTable> Region(CancellationToken ct) =>
        reads.Read(
            [DashboardRow.Itself(scope.Tenant.Id, Year), DashboardRow.Below(scope.Tenant.Id, Year)],
            async rows =>
            {
                var (region, municipalities) = await Table(rows);
                return new DashboardTable(
                    region,
                    municipalities,
                    HiddenCounts.OfRegion(region.Coverage, [.. municipalities.Select(m => m.Coverage)])
                );
            },
            ct
        );

    /// <summary>The municipality whose reader asks, and its organizations.</summary>
    internal Task<MunicipalDashboard> Municipality(CancellationToken ct) =>
        reads.Read(
            [DashboardRow.Itself(scope.Tenant.Id, Year), DashboardRow.Below(scope.Tenant.Id, Year)],
            async rows =>
            {
                var (municipality, organizations) = await Table(rows);
                return Page(
                    new DashboardTable(
                        municipality,
                        organizations,
                        HiddenCounts.OfMunicipality(municipality.Coverage, [.. organizations.Select(o => o.Coverage)])
                    )
                );
            },
            ct
        );

    /// <summary>
    /// A municipality for the region's reader: what is hidden there depends on what the region's page shows, so that
    /// one is read as well.
    /// </summary>
    /// <returns>Null where it is none of the region's.</returns>
    internal Task<MunicipalDashboard?> Municipality(Guid municipalityId, CancellationToken ct) =>
        reads.Read(
            [
                DashboardRow.Itself(scope.Tenant.Id, Year),
                DashboardRow.Below(scope.Tenant.Id, Year),
                DashboardRow.Below(municipalityId, Year),
            ],
            async rows =>
            {
                var (region, municipalities) = await Table(rows);
                if (municipalities.Find(m => m.Id == municipalityId) is not { } municipality)
                    return null;
                var organizations = await rows.Next(DashboardRow.Read);
                return Page(
                    new DashboardTable(
                        municipality,
                        organizations,
                        HiddenCounts.BelowRegion(
                            region.Coverage,
                            [.. municipalities.Select(m => m.Coverage)],
                            municipalityId,
                            [.. organizations.Select(o => o.Coverage)]
                        )
                    )
                );
            },
            ct
        );

    private static async Task<(DashboardRow Parent, List<DashboardRow> Children)> Table(BatchRows rows) =>
        ((await rows.Next(DashboardRow.Read)).Single(), await rows.Next(DashboardRow.Read));

    private MunicipalDashboard Page(DashboardTable table) =>
        new(
            table.Parent.Tenant,
            Year.ToString(),
            table.Parent.ComputedAt,
            table.FiguresOf(table.Parent),
            [
                .. table
                    .Children.Where(o => o.OrganizationKind is not null)
                    .Select(o => new DashboardOrganization(
                        o.Id,
                        o.ShortName,
                        o.OrganizationKind!.Value,
                        table.FiguresOf(o)
                    )),
            ]
        );
}

/// <summary>A tenant and those below it, with what of them is hidden from the reader.</summary>
internal sealed record DashboardTable(
    DashboardRow Parent,
    IReadOnlyList<DashboardRow> Children,
    IReadOnlyDictionary<Guid, IReadOnlySet<TargetGroup>> Hidden
)
{
    public MentoringFigures FiguresOf(DashboardRow row) => MentoringFigures.Of(row.Counts, Hidden[row.Id]);
}
