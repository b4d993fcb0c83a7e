using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>The whole run: a region, two servers, a comparison of answers, then of speed.</summary>
internal static class Benchmark
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1.5);

    public static async Task<int> Run(BenchmarkOptions options)
    {
        Report.Line(
            $"{Environment.ProcessorCount} cores, .NET {Environment.Version}, {options.Organizations} organizations"
        );
        await using var database = await BenchmarkDatabase.Start(options.Organizations);
        if (options.Hold)
            return await Hold(database, options);
        if (options.Levers)
        {
            await Levers.Measure(database, options);
            return 0;
        }
        var report = new Report();
        if (MeasuredRoute.All.Any(route => options.Wants(route.Name)))
            await Compare(database, options, report);
        if (options.Check)
            return 0;
        if (options.Wants("start"))
            await Footprint.Start(database, report);
        if (options.Wants("memory"))
            await Footprint.Memory(database, report);
        if (options.WantsFigures)
            await RollUpCount.CountAll(database);
        if (options.Wants("dashboard"))
            await RegionPages.Measure(database, options, report);
        if (options.Wants("freshness"))
            await Freshness.Measure(database, options, report);
        return report.Failed ? 1 : 0;
    }

    private static async Task<int> Hold(BenchmarkDatabase database, BenchmarkOptions options)
    {
        if (options.Only.Count > 0 && options.WantsFigures)
            await RollUpCount.CountAll(database);
        await using var limit = await ServerProcess.Limit(database.Superuser);
        await using var product = await ServerProcess.Product(database.Setup);
        Report.Line($"the limit    http://127.0.0.1:{limit.Port}");
        Report.Line($"the product  http://127.0.0.1:{product.Port}, cookie mentoring_session={Generated.Token(1)}");
        Report.Line($"an address   /api/v1/organizations/{Generated.Organization(1)}/pairs");
        Report.Line(
            $"a dashboard  /api/v1/regions/{Generated.Region}/dashboard, cookie mentoring_session={Generated.Token(0)}"
        );
        Report.Line($"the database {database.Superuser}");
        await Task.Delay(Timeout.Infinite);
        return 0;
    }

    private static async Task Compare(BenchmarkDatabase database, BenchmarkOptions options, Report report)
    {
        await using var limitProcess = await ServerProcess.Limit(database.Superuser);
        await using var productProcess = await ServerProcess.Product(database.Setup);
        var product = new Target(
            "the product",
            productProcess.Port,
            await Door.Open(productProcess.Port),
            database.ProcessorOf(productProcess)
        );
        var limit = new Target(
            "the limit",
            limitProcess.Port,
            [.. product.Curators.Select(c => new Curator(c.Organization, "", ""))],
            database.ProcessorOf(limitProcess)
        );
        foreach (var route in MeasuredRoute.All.Where(r => options.Wants(r.Name)))
        {
            await SameAnswers.Check(product, limit, route);
            if (options.Check)
            {
                Report.Line($"{route.Name, -12} the answers are the same");
                continue;
            }
            await Load.Run(limit, route, options.Connections, WarmUp);
            await Load.Run(product, route, options.Connections, WarmUp);
            var (ratios, processor) = (new List<double>(), new List<double>());
            for (var i = 0; i < options.Slices; i++)
            {
                // Each goes first as often as the other: whatever drifts, drifts for both.
                var (first, second) = i % 2 == 0 ? (limit, product) : (product, limit);
                var a = await Load.Run(first, route, options.Connections, Slice);
                var b = await Load.Run(second, route, options.Connections, Slice);
                var (l, p) = i % 2 == 0 ? (a, b) : (b, a);
                ratios.Add(p.PerSecond / l.PerSecond);
                processor.Add(l.ProcessorMilliseconds / p.ProcessorMilliseconds);
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"  {route.Name, -12} limit {l.PerSecond, 6:0}/s ({l.ProcessorMilliseconds:0.00} ms of processor)  product {p.PerSecond, 6:0}/s ({p.ProcessorMilliseconds:0.00} ms; p50 {Spread.Quantile(p.Milliseconds, 0.5):0.0}, p99 {Spread.Quantile(p.Milliseconds, 0.99):0.0} ms)  ratio {ratios[^1]:0.00}"
                    )
                );
            }
            report.Ratio(route.Name, ratios, route.Good, route.Goal);
            Report.Line(
                $"{"", -12} by processor time {processor.Order().ElementAt(processor.Count / 2):0.00} of the limit"
            );
        }
    }
}
