using System.Diagnostics;

namespace Mentoring.Benchmarks;

/// <summary>Asks a server by many connections for a while.</summary>
internal static class Load
{
    /// <summary>Answers a second; each connection asks again as soon as it is answered.</summary>
    /// <exception cref="InvalidOperationException">An answer had another status than it should.</exception>
    public static async Task<LoadResult> Run(Target target, MeasuredRoute route, int connections, TimeSpan time)
    {
        var before = target.Processor.Seconds();
        var watch = Stopwatch.StartNew();
        var perConnection = await Task.WhenAll(
            Enumerable.Range(0, connections).Select(i => Task.Run(() => Ask(target, route, i, watch, time)))
        );
        var count = perConnection.Sum(list => list.Count);
        return new LoadResult(
            count / watch.Elapsed.TotalSeconds,
            (target.Processor.Seconds() - before) * 1000 / count,
            [.. perConnection.SelectMany(list => list).Order()]
        );
    }

    private static async Task<List<double>> Ask(
        Target target,
        MeasuredRoute route,
        int seed,
        Stopwatch watch,
        TimeSpan time
    )
    {
        var random = new Random(seed);
        var milliseconds = new List<double>();
        using var client = new LoadClient(target.Port);
        while (watch.Elapsed < time)
        {
            var request = route.Request(target.Curators[random.Next(target.Curators.Count)], random);
            var start = Stopwatch.GetTimestamp();
            var (status, _, end) = await client.Ask(request);
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (status != route.Status)
                throw new InvalidOperationException($"{target.Name} answered {status}: {client.Text(0, end)}");
        }
        return milliseconds;
    }
}

/// <param name="PerSecond">Answers a second, over all connections.</param>
/// <param name="ProcessorMilliseconds">Of server and database, for each answer.</param>
/// <param name="Milliseconds">How long each took, sorted.</param>
internal sealed record LoadResult(double PerSecond, double ProcessorMilliseconds, IReadOnlyList<double> Milliseconds);
