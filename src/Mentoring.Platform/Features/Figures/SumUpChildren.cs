using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>What the roll-ups of a municipality's organizations, or of a region's municipalities, come to.</summary>
/// <param name="Missing">Children in which nothing has been counted yet.</param>
internal sealed record ChildrenFigures(FigureCounts Sum, IReadOnlyList<Guid> Missing);

/// <summary>Reads the children of the job's tenant.</summary>
internal sealed class Children(MentoringDbContext db, RequestScope scope)
{
    public async Task<ChildrenFigures> Read(int year, CancellationToken ct)
    {
        var tenant = scope.Tenant;
        var children = await (
            from child in db.Tenants
            join row in db.Set<TenantFigures>().AsNoTracking().Where(f => f.SchoolYear == year)
                on child.Id equals row.TenantId
                into rows
            from row in rows.DefaultIfEmpty()
            where child.ParentId == tenant.Id && child.ClosedOn == null
            select new { child.Id, Figures = row }
        ).ToListAsync(ct);
        var counted = children.Where(c => c.Figures != null).Select(c => c.Figures!).ToList();
        var sum = FigureCounts.Sum(counted);
        if (tenant.Kind == TenantKind.Municipality)
            sum.Organizations = children.Count;
        return new ChildrenFigures(sum, [.. children.Where(c => c.Figures is null).Select(c => c.Id)]);
    }
}

/// <summary>Adds up the roll-ups of a municipality's organizations, or of a region's municipalities.</summary>
internal sealed class SumUpChildren(Children children, CoverageDecision coverage, RequestScope scope, RollUps rollUps)
    : IWorkHandler
{
    public string Kind => RollUps.ChildrenChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        await rollUps.Lock(cancellationToken);
        var year = RollUps.SchoolYearOf(key);
        var figures = await children.Read(year, cancellationToken);
        // What is hidden in the region depends on all its organizations, also where sums stay the same.
        if (!await rollUps.Write(figures.Sum, year, cancellationToken))
            await rollUps.TellAbove(year, cancellationToken);
        await coverage.Write(year, cancellationToken);

        // A child in which nothing has happened yet is counted all the same: its people are in the denominators.
        foreach (var missing in figures.Missing)
        {
            if (scope.Tenant.Kind == TenantKind.Municipality)
                await rollUps.Ask(missing, WorkItem.OrganizationChanged, "", cancellationToken);
            else
                await rollUps.Ask(missing, RollUps.ChildrenChanged, key, cancellationToken);
        }
    }
}
