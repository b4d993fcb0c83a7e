using System.Globalization;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Time;
using Mentoring.Platform.Platform.Work;

namespace Mentoring.Benchmarks;

/// <summary>Whether the roll-ups are what counting everything again gives; a <c>work</c> process has to be running.</summary>
internal static class Drift
{
    /// <summary>By the product's own nightly check, all at once, and by a count of ours.</summary>
    public static async Task Check(BenchmarkDatabase database, Report report)
    {
        await RollUpCount.UntilNothingIsLeft(database, WorkItem.OrganizationChanged, "organizations to count");
        await RollUpCount.UntilNothingIsLeft(database, RollUps.ChildrenChanged, "sums to make");
        await SeesOne(database);
        var tenants = await Ask(database, RawToday.Value, null);
        await RollUpCount.UntilNothingIsLeft(database, CheckFigures.KindOf, "roll-ups to check");
        var isChecked = await database.Scalar<long>(
            "SELECT count(*) FROM mentoring.figures_check WHERE night = $1",
            RawToday.Value
        );
        if (isChecked != tenants)
            throw new InvalidOperationException($"Only {isChecked} of {tenants} roll-ups were checked.");
        report.None("drift", await Found(database, RawToday.Value), $"of {tenants} roll-ups differ from a recount");

        var year = SchoolYear.Of(RawToday.Value);
        var shown = await database.Scalar<int>(
            "SELECT activities_done FROM mentoring.tenant_figures WHERE tenant_id = $1 AND school_year = $2",
            Generated.Region,
            year.StartYear
        );
        var done = await database.Scalar<long>(
            "SELECT count(*) FROM mentoring.plan_activity WHERE status = 'done' AND planned_on BETWEEN $1 AND $2",
            year.Start,
            year.End
        );
        report.None(
            "ledger",
            Math.Abs(done - shown),
            string.Create(CultureInfo.InvariantCulture, $"between {done} activities done and the region's figure")
        );
    }

    /// <summary>A check that sees nothing proves nothing: it has to find one that we have falsified.</summary>
    private static async Task SeesOne(BenchmarkDatabase database)
    {
        var (night, organization) = (RawToday.Value.AddDays(-1), Generated.Organization(Generated.Asked));
        await database.Execute(
            "UPDATE mentoring.tenant_figures SET activities_done = activities_done + 1 WHERE tenant_id = $1",
            organization
        );
        await Ask(database, night, organization);
        await RollUpCount.UntilNothingIsLeft(database, CheckFigures.KindOf, "roll-ups to check");
        if (await Found(database, night) != 1)
            throw new InvalidOperationException("The check does not see a falsified roll-up.");
        await RollUpCount.UntilNothingIsLeft(database, RollUps.ChildrenChanged, "sums to make");
    }

    /// <summary>As the night does, without its pace: first the organizations, then what is above them.</summary>
    private static Task<int> Ask(BenchmarkDatabase database, DateOnly night, Guid? only) =>
        database.Execute(
            """
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT gen_random_uuid(), id, $1, $2,
              now() + interval '1 microsecond' * row_number() OVER (ORDER BY cardinality(lineage) DESC, id)
            FROM mentoring.tenant WHERE $3 OR id = $4
            """,
            CheckFigures.KindOf,
            DuePeriods.KeyOf(night),
            only is null,
            only ?? Guid.Empty
        );

    private static Task<long> Found(BenchmarkDatabase database, DateOnly night) =>
        database.Scalar<long>("SELECT count(*) FROM mentoring.figures_drift WHERE night = $1", night);
}
