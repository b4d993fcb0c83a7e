using System.Diagnostics;
using Mentoring.Platform.Features.Figures;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Work;

namespace Mentoring.Benchmarks;

/// <summary>The figures of the generated region, counted by the product's own <c>work</c>.</summary>
internal static class RollUpCount
{
    /// <summary>How long nothing may come to an end before we take it that something is broken.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Marks every organization as changed and waits until all is counted, up to the region.</summary>
    public static async Task CountAll(BenchmarkDatabase database)
    {
        // The days have begun: what comes with them would do everything a second time, in the middle of measuring.
        await database.Execute(
            """
            INSERT INTO mentoring.work_period (tenant_id, kind, period, inserted_at, done_at)
            SELECT t.id, k, d, now(), now() FROM mentoring.tenant t, unnest($1) k, unnest($2) d
            WHERE k = $3 OR t.kind = 'region' ON CONFLICT DO NOTHING
            """,
            new[] { PeriodKind.NewDay.Kind, PlanDriftCheck.Nightly.Kind },
            new[] { RawToday.Value, RawToday.Value.AddDays(1) },
            PeriodKind.NewDay.Kind
        );
        var organizations = await database.Execute(
            """
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT gen_random_uuid(), id, $1, '', now() FROM mentoring.tenant WHERE kind = 'organization'
            """,
            WorkItem.OrganizationChanged
        );
        await using var work = await ServerProcess.Product(database.Setup, "work");
        var (watch, processor) = (Stopwatch.StartNew(), database.ProcessorOf(work));
        var before = processor.Seconds();
        await UntilNothingIsLeft(database, WorkItem.OrganizationChanged, "organizations to count");
        var counted = watch.Elapsed.TotalSeconds;
        var each = (processor.Seconds() - before) * 1000 / organizations;
        await UntilNothingIsLeft(database, RollUps.ChildrenChanged, "sums to make");
        Report.Line(
            $"figures: {organizations} organizations in {counted:0.0} s, {organizations / counted:0} a second by one process ({each:0.0} ms of processor each); the sums above them {watch.Elapsed.TotalSeconds - counted:0.0} s more"
        );
    }

    /// <summary>Waits until no item of a kind waits any longer.</summary>
    /// <exception cref="InvalidOperationException">Nothing goes on, or an item has failed for good.</exception>
    public static async Task UntilNothingIsLeft(BenchmarkDatabase database, string kind, string what)
    {
        var (last, moved, told) = (long.MaxValue, Stopwatch.StartNew(), Stopwatch.StartNew());
        while (true)
        {
            var left = await database.Scalar<long>("SELECT count(*) FROM mentoring.work_item WHERE kind = $1", kind);
            if (left == 0)
                return;
            if (left < last)
                (last, moved) = (left, Stopwatch.StartNew());
            if (moved.Elapsed > Patience)
                throw new InvalidOperationException(
                    await database.Scalar<string>(
                        "SELECT 'Stands still: ' || coalesce(max(last_error), $1) FROM mentoring.work_item WHERE kind = $1",
                        kind
                    )
                );
            if (told.Elapsed > TimeSpan.FromSeconds(10))
            {
                Report.Line($"  {left, 6} {what}");
                told.Restart();
            }
            await Task.Delay(100);
        }
    }
}
