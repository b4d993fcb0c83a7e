using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>Adds up the roll-ups of a municipality's organizations, or of a region's municipalities.</summary>
internal sealed class SumUpChildren(MentoringDbContext db, RequestScope scope, RollUps rollUps) : IWorkHandler
{
    public string Kind => RollUps.ChildrenChanged;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        await rollUps.Lock(cancellationToken);
        var (tenant, year) = (scope.Tenant, RollUps.SchoolYearOf(key));
        var children = await (
            from child in db.Tenants
            join row in db.Set<TenantFigures>().AsNoTracking().Where(f => f.SchoolYear == year)
                on child.Id equals row.TenantId
                into rows
            from row in rows.DefaultIfEmpty()
            where child.ParentId == tenant.Id && child.ClosedOn == null
            select new { child.Id, Figures = row }
        ).ToListAsync(cancellationToken);

        var counts = FigureCounts.Sum(children.Where(c => c.Figures != null).Select(c => c.Figures!));
        if (tenant.Kind == TenantKind.Municipality)
            counts.Organizations = children.Count;
        await rollUps.Write(counts, year, cancellationToken);

        // A child in which nothing has happened yet is counted all the same: its people are in the denominators.
        foreach (var missing in children.Where(c => c.Figures is null))
        {
            if (tenant.Kind == TenantKind.Municipality)
                await rollUps.Ask(missing.Id, WorkItem.OrganizationChanged, "", cancellationToken);
            else
                await rollUps.Ask(missing.Id, RollUps.ChildrenChanged, key, cancellationToken);
        }
    }
}
