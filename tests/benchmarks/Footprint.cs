namespace Mentoring.Benchmarks;

/// <summary>What the product takes before it answers, and while it does.</summary>
internal static class Footprint
{
    /// <summary>From the start of the process to the first list that a curator sees.</summary>
    public static async Task Start(BenchmarkDatabase database, Report report)
    {
        var (first, live) = (new List<double>(), new List<double>());
        for (var i = 0; i < 7; i++)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            await using var server = await ServerProcess.Product(database.Setup);
            using var client = new LoadClient(server.Port);
            var curator = new Curator(1, $"mentoring_session={Generated.Token(1)}", "");
            var (status, _, end) = await client.Ask(MeasuredRoute.All[0].Request(curator, new Random(1)));
            if (status != 200)
                throw new InvalidOperationException($"The first answer was {status}: {client.Text(0, end)}");
            // The first start reads the program from disk; later ones are what a restart costs.
            if (i == 0)
                continue;
            first.Add(watch.Elapsed.TotalSeconds);
            live.Add(server.Started.TotalSeconds);
        }
        Report.Line(
            $"  start        the process answers after {live.Order().ElementAt(live.Count / 2):0.00} s, a list after {first.Order().ElementAt(first.Count / 2):0.00} s"
        );
        report.AtMost("start", "s", first, 2, 1);
    }

    /// <summary>Under 64 clients that read and write.</summary>
    public static async Task Memory(BenchmarkDatabase database, Report report)
    {
        await using var server = await ServerProcess.Product(database.Setup);
        var target = new Target("the product", server.Port, await Door.Open(server.Port), database.ProcessorOf(server));
        var samples = new List<double>();
        foreach (var route in MeasuredRoute.All.Concat(MeasuredRoute.All))
        {
            var load = Load.Run(target, route, 64, TimeSpan.FromSeconds(6));
            while (!load.IsCompleted)
            {
                await Task.WhenAny(load, Task.Delay(500));
                samples.Add(server.ResidentMebibytes);
            }
            await load;
        }
        Report.Line($"  memory       at most {samples.Max():0} MiB under 64 clients");
        report.AtMost("memory", "MiB", samples, 200, 150);
    }
}
