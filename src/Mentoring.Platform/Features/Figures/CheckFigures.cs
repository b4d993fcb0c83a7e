using System.Text.Json;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Tenancy;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Figures;

/// <summary>
/// Counts a tenant again and compares: an organization with its own tables, what is above with its children. What
/// differs is noted and mended. Where something is on its way to be counted a difference is no drift, so the check
/// comes back later.
/// </summary>
internal sealed class CheckFigures(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    TimeProvider clock,
    RollUps rollUps,
    OrganizationFacts facts,
    Children children,
    CoverageDecision coverage
) : IWorkHandler
{
    public const string KindOf = "figures.check";

    /// <summary>An organization in which something changes all the time is left out for the night.</summary>
    private const int MostTries = 20;

    /// <summary>What is hidden in a region is checked with its figures, and named as one of them.</summary>
    private const string HiddenFigure = "hiddenGroups";

    private static readonly TimeSpan Later = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Kind => KindOf;

    public async Task Handle(string key, string payload, CancellationToken cancellationToken)
    {
        var (tenant, night) = (scope.Tenant, DuePeriods.DayOf(key));
        await rollUps.Lock(cancellationToken);
        var today = calendar.Today(tenant);
        var year = SchoolYear.Of(today);
        var written = await db.Set<TenantFigures>()
            .AsNoTracking()
            .SingleOrDefaultAsync(f => f.TenantId == tenant.Id && f.SchoolYear == year.StartYear, cancellationToken);
        var counted = await Count(tenant, year, today, cancellationToken);
        // Asked after counting: whatever was committed while we counted has left its mark by now, and whoever would
        // take that mark away waits for our lock.
        if (await IsOnItsWay(tenant, key, today, cancellationToken))
        {
            ComeBack(key, payload);
            return;
        }
        // Figures of an earlier way of counting are old, not wrong.
        var hidesOther = await coverage.Write(year.StartYear, cancellationToken);
        if (written?.CalculationVersion is null or TenantFigures.CurrentCalculation)
            await Compare(written, counted, hidesOther, night, cancellationToken);
        await rollUps.Write(counted, year.StartYear, cancellationToken);
        await Note(tenant, night, cancellationToken);
    }

    private async Task<FigureCounts> Count(TenantInfo tenant, SchoolYear year, DateOnly today, CancellationToken ct)
    {
        if (tenant.Kind == TenantKind.Organization)
            return OrganizationCount.Of(await facts.Read(year, today, ct), year, today);
        return (await children.Read(year.StartYear, ct)).Sum;
    }

    private async Task Compare(
        TenantFigures? written,
        FigureCounts counted,
        bool hidesOther,
        DateOnly night,
        CancellationToken ct
    )
    {
        var different = (written ?? new FigureCounts()).DifferencesFrom(counted).ToList();
        if (hidesOther)
            different.Add(HiddenFigure);
        // The check of a night that is repeated by hand finds what the first one has mended.
        if (different.Count == 0 || await db.Set<FiguresDrift>().AnyAsync(IsOf(night), ct))
            return;
        db.Add(
            new FiguresDrift
            {
                Lineage = [.. scope.Tenant.Lineage],
                Night = night,
                FoundAt = clock.GetUtcNow(),
                Figures = [.. different],
            }
        );
    }

    private System.Linq.Expressions.Expression<Func<FiguresDrift, bool>> IsOf(DateOnly night)
    {
        var tenant = scope.Tenant.Id;
        return drift => drift.TenantId == tenant && drift.Night == night;
    }

    private async Task<bool> IsOnItsWay(TenantInfo tenant, string key, DateOnly today, CancellationToken ct)
    {
        var waiting = db.Set<WorkItem>().Where(w => w.ParkedAt == null);
        if (tenant.Kind == TenantKind.Organization)
        {
            var hasDay = await db
                .Database.SqlQuery<bool>(
                    $"""
                    SELECT EXISTS (SELECT FROM mentoring.work_period WHERE tenant_id = {tenant.Id}
                      AND kind = {PeriodKind.NewDay.Kind} AND period = {today}) AS "Value"
                    """
                )
                .SingleAsync(ct);
            return !hasDay
                || await waiting.AnyAsync(
                    w =>
                        w.TenantId == tenant.Id
                        && (w.Kind == WorkItem.OrganizationChanged || w.Kind == PeriodKind.NewDay.Kind),
                    ct
                );
        }
        var below = db.Tenants.Where(t => t.ParentId == tenant.Id).Select(t => t.Id);
        return await waiting.AnyAsync(
            w =>
                (w.TenantId == tenant.Id && w.Kind == RollUps.ChildrenChanged)
                || (below.Contains(w.TenantId) && w.Kind == KindOf && w.Key == key),
            ct
        );
    }

    /// <summary>Sums wait for those below them, who come to an end; an organization is not waited for all night.</summary>
    private void ComeBack(string key, string payload)
    {
        var tries = JsonSerializer.Deserialize<Postponed>(payload, JsonSerializerOptions.Web)!.Tries + 1;
        if (tries < MostTries || scope.Tenant.Kind != TenantKind.Organization)
            db.Enqueue(KindOf, key, new Postponed(tries), clock.GetUtcNow() + Later);
    }

    private async Task Note(TenantInfo tenant, DateOnly night, CancellationToken ct)
    {
        var check = await db.Set<FiguresCheck>().SingleOrDefaultAsync(c => c.TenantId == tenant.Id, ct);
        if (check is null)
            db.Add(check = new FiguresCheck { Lineage = [.. tenant.Lineage] });
        check.Night = night;
        check.CheckedAt = clock.GetUtcNow();
        var before = check.CheckedAt - Kept;
        await db.Set<FiguresDrift>().Where(d => d.TenantId == tenant.Id && d.FoundAt < before).ExecuteDeleteAsync(ct);
    }

    /// <summary>The payload of a check that was put off.</summary>
    private sealed record Postponed(int Tries);
}
