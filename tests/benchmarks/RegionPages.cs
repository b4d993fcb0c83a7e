using System.Text.Json;

namespace Mentoring.Benchmarks;

/// <summary>
/// The pages of a region's employee. Few people look at them, so they are asked for at a steady pace that leaves the
/// machine idle most of the time: what counts is how long one waits.
/// </summary>
internal static class RegionPages
{
    private const int Connections = 4;
    private const double PerSecond = 40;

    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(4);

    public static async Task Measure(BenchmarkDatabase database, BenchmarkOptions options, Report report)
    {
        await using var server = await ServerProcess.Product(database.Setup);
        var employee = await Door.OpenRegion(server.Port);
        await Look(server.Port, employee, options.Organizations);
        var pages = new[]
        {
            (Name: "dashboard", Load: Page(server.Port, _ => Dashboard(employee))),
            (Name: "drillDown", Load: Page(server.Port, random => DrillDown(employee, random))),
        };
        foreach (var page in pages)
            await (page.Load with { PerSecond = 1e6 }).Run(WarmUp);
        var processor = database.ProcessorOf(server);
        var neighbors = new Neighbors();
        var p99 = pages.ToDictionary(p => p.Name, _ => new List<double>());
        for (var i = 0; i < options.Slices; i++)
        {
            foreach (var (name, load) in pages)
            {
                var before = processor.Seconds();
                var milliseconds = await load.Run(Slice);
                var taken = (processor.Seconds() - before) * 1000 / milliseconds.Count;
                p99[name].Add(Spread.Quantile(milliseconds, 0.99));
                Report.Line(
                    $"  {name, -12} p50 {Spread.Quantile(milliseconds, 0.5), 6:0.0} ms  p99 {p99[name][^1], 6:0.0} ms  at {milliseconds.Count / Slice.TotalSeconds:0} a second ({taken:0.0} ms of processor)"
                );
            }
        }
        report.AtMost("dashboard", "ms at p99", p99["dashboard"], 10, 5, neighbors);
        Report.Line(
            $"{"drillDown", -12} {"", -12} {p99["drillDown"].Order().ElementAt(options.Slices / 2):0.##} ms at p99, a municipality's {options.Organizations / Generated.Municipalities} organizations"
        );
    }

    public static byte[] Dashboard(Curator employee) =>
        Wire.Request("GET", $"/regions/{Generated.Region}/dashboard", employee);

    private static byte[] DrillDown(Curator employee, Random random) =>
        Wire.Request(
            "GET",
            $"/regions/{Generated.Region}/municipalities/{Generated.Municipality(random.Next(Generated.Municipalities))}/dashboard",
            employee
        );

    private static PacedLoad Page(int port, Func<Random, byte[]> request) =>
        new(port, Connections, PerSecond, 200, request);

    /// <summary>An empty page would be a fast one.</summary>
    private static async Task Look(int port, Curator employee, int organizations)
    {
        using var client = new LoadClient(port);
        foreach (var request in new[] { Dashboard(employee), DrillDown(employee, new Random(1)) })
        {
            var (status, headEnd, end) = await client.Ask(request);
            var body = client.Body(headEnd, end);
            if (status != 200)
                throw new InvalidOperationException($"The region's page was {status}: {body}");
            using var page = JsonDocument.Parse(body);
            var totals = page.RootElement.GetProperty("totals");
            var below = page.RootElement.TryGetProperty("municipalities", out var municipalities)
                ? municipalities.EnumerateArray()
                : page.RootElement.GetProperty("organizations").EnumerateArray();
            var (rows, counted) = (below.ToList(), totals.GetProperty("organizationsWithParticipants").GetInt32());
            if (counted != (rows[0].TryGetProperty("municipalityId", out _) ? organizations : rows.Count))
                throw new InvalidOperationException($"Only {counted} organizations were counted.");
            if (
                rows.Sum(r => r.GetProperty("figures").GetProperty("participants").GetInt32())
                != totals.GetProperty("participants").GetInt32()
            )
                throw new InvalidOperationException("The page does not add up.");
            Report.Line(
                $"  a page of {rows.Count} rows, {end / 1024.0:0} KiB, with {rows.Sum(Hidden)} of {rows.Count * 5} counts hidden"
            );
        }
    }

    private static int Hidden(JsonElement row) =>
        row.GetProperty("figures")
            .GetProperty("coverage")
            .EnumerateArray()
            .Count(c => c.GetProperty("hidden").GetBoolean());
}
