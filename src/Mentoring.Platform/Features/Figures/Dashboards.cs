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
            async rows => await Table(rows),
            ct
        );

    /// <summary>The municipality whose reader asks, and its organizations.</summary>
    internal Task<MunicipalDashboard> Municipality(CancellationToken ct) =>
        reads.Read(
            [DashboardRow.Itself(scope.Tenant.Id, Year), DashboardRow.Below(scope.Tenant.Id, Year)],
            async rows => Page(await Table(rows)),
            ct
        );

    /// <summary>The same page for the region's reader.</summary>
    /// <returns>Null where it is none of the region's.</returns>
    internal Task<MunicipalDashboard?> Municipality(Guid municipalityId, CancellationToken ct) =>
        reads.Read(
            [DashboardRow.ItselfBelow(municipalityId, scope.Tenant.Id, Year), DashboardRow.Below(municipalityId, Year)],
            async rows =>
            {
                var municipality = (await rows.Next(DashboardRow.Read)).SingleOrDefault();
                return municipality is null
                    ? null
                    : Page(new DashboardTable(municipality, await rows.Next(DashboardRow.Read)));
            },
            ct
        );

    private static async Task<DashboardTable> Table(BatchRows rows) =>
        new((await rows.Next(DashboardRow.Read)).Single(), await rows.Next(DashboardRow.Read));

    private MunicipalDashboard Page(DashboardTable table) =>
        new(
            table.Parent.Tenant,
            Year.ToString(),
            table.Parent.ComputedAt,
            table.Parent.Figures,
            [
                .. table
                    .Children.Where(o => o.OrganizationKind is not null)
                    .Select(o => new DashboardOrganization(o.Id, o.ShortName, o.OrganizationKind!.Value, o.Figures)),
            ]
        );
}

/// <summary>A tenant and those below it.</summary>
internal sealed record DashboardTable(DashboardRow Parent, IReadOnlyList<DashboardRow> Children);
