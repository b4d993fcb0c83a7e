using System.Diagnostics;
using System.Text.Json;

namespace Mentoring.Benchmarks;

/// <summary>
/// How long a change that was acknowledged takes until the region's dashboard shows it, while others write. One change
/// at a time: the number of activities done tells of no other, and has to be exact each time.
/// </summary>
internal static class Freshness
{
    private const int Connections = 8;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Pause between two looks, so that looking is not the load.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);

    public static async Task Measure(BenchmarkDatabase database, BenchmarkOptions options, Report report)
    {
        await using var server = await ServerProcess.Product(database.Setup);
        await using var work = await ServerProcess.Product(database.Setup, "work");
        var curators = await Door.Open(server.Port);
        var employee = await Door.OpenRegion(server.Port);
        var meetings = new PacedLoad(
            server.Port,
            Connections,
            options.Writes,
            201,
            random => MeasuredRoute.LogMeeting(curators[random.Next(curators.Count)], random)
        );
        using var writer = new LoadClient(server.Port);
        using var reader = new LoadClient(server.Port);
        using var stop = new CancellationTokenSource();
        var watch = Stopwatch.StartNew();
        var load = meetings.Run(stop.Token);
        var changes = Changes(curators).GetEnumerator();
        var done = await Done(reader, employee);
        done += (await Seconds(WarmUp)).Count;
        var neighbors = new Neighbors();
        var p99 = new List<double>();
        for (var i = 0; i < options.Slices && !load.IsCompleted; i++)
        {
            var seconds = await Seconds(Slice);
            done += seconds.Count;
            var sorted = seconds.Order().ToList();
            p99.Add(Spread.Quantile(sorted, 0.99));
            Report.Line(
                $"  freshness    p50 {Spread.Quantile(sorted, 0.5):0.00} s  p99 {p99[^1]:0.00} s  of {sorted.Count} changes"
            );
        }
        await stop.CancelAsync();
        var written = await load;
        Report.Line(
            $"  freshness    beside {written.Count / watch.Elapsed.TotalSeconds:0} meetings a second, p50 {Spread.Quantile(written, 0.5):0.0} ms, p99 {Spread.Quantile(written, 0.99):0.0} ms"
        );
        report.AtMost("freshness", "s at p99", p99, 2, 1, neighbors);
        await Drift.Check(database, report);
        return;

        async Task<List<double>> Seconds(TimeSpan time)
        {
            var (seconds, watch) = (new List<double>(), Stopwatch.StartNew());
            while (watch.Elapsed < time)
            {
                if (!changes.MoveNext())
                    throw new InvalidOperationException("Nothing is left to change; ask for fewer slices.");
                var (status, headEnd, end) = await writer.Ask(changes.Current);
                var acknowledged = Stopwatch.GetTimestamp();
                if (status != 200)
                    throw new InvalidOperationException($"A change was {status}: {writer.Body(headEnd, end)}");
                await UntilShown(reader, employee, done + seconds.Count + 1, acknowledged);
                seconds.Add(Stopwatch.GetElapsedTime(acknowledged).TotalSeconds);
                // Else every change would meet the workers in the same moment of their pause.
                await Task.Delay(Random.Shared.Next(100));
            }
            return seconds;
        }
    }

    private static async Task UntilShown(LoadClient reader, Curator employee, int expected, long acknowledged)
    {
        while (await Done(reader, employee) is var shown && shown != expected)
        {
            if (shown > expected)
                throw new InvalidOperationException($"The dashboard shows {shown} where {expected} were done.");
            if (Stopwatch.GetElapsedTime(acknowledged) > Patience)
                throw new InvalidOperationException($"After {Patience} a change is not shown.");
            await Task.Delay(Glance);
        }
    }

    /// <summary>How many activities the region's totals say were done.</summary>
    private static async Task<int> Done(LoadClient reader, Curator employee)
    {
        var (status, headEnd, end) = await reader.Ask(RegionPages.Dashboard(employee));
        var body = reader.Body(headEnd, end);
        if (status != 200)
            throw new InvalidOperationException($"The dashboard was {status}: {body}");
        using var page = JsonDocument.Parse(body);
        return page.RootElement.GetProperty("totals").GetProperty("activities").GetProperty("done").GetInt32();
    }

    /// <summary>Activities planned for today: whatever the day, they belong to the current school year.</summary>
    private static IEnumerable<byte[]> Changes(IReadOnlyList<Curator> curators) =>
        from program in Enumerable.Range(1, Generated.Programs)
        from curator in curators
        select Wire.Request(
            "POST",
            $"/organizations/{Generated.Organization(curator.Organization)}"
                + $"/programs/{Generated.Program(curator.Organization, program)}"
                + $"/activities/{Generated.Activity(curator.Organization, program, 9)}/completion",
            curator,
            $$"""{"completedOn":"{{RawToday.Value:yyyy-MM-dd}}","result":"Открытый урок проведён"}"""
        );
}
