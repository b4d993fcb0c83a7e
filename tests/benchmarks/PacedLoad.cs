using System.Diagnostics;

namespace Mentoring.Benchmarks;

/// <summary>
/// Asks at a steady pace that the server does not set: a request that had to wait for the answer before it counts from
/// the moment in which it should have been sent.
/// </summary>
/// <param name="Connections">Clients, each with an equal part of the requests.</param>
/// <param name="PerSecond">Requests a second, over all connections.</param>
/// <param name="Status">What every answer has to be.</param>
internal sealed record PacedLoad(int Port, int Connections, double PerSecond, int Status, Func<Random, byte[]> Request)
{
    /// <returns>Milliseconds of each answer, sorted.</returns>
    public async Task<IReadOnlyList<double>> Run(TimeSpan time)
    {
        using var end = new CancellationTokenSource(time);
        return await Run(end.Token);
    }

    /// <inheritdoc cref="Run(TimeSpan)"/>
    public async Task<IReadOnlyList<double>> Run(CancellationToken end)
    {
        var perConnection = await Task.WhenAll(
            Enumerable.Range(0, Connections).Select(i => Task.Run(() => Ask(i, end), CancellationToken.None))
        );
        return [.. perConnection.SelectMany(list => list).Order()];
    }

    private async Task<List<double>> Ask(int seed, CancellationToken end)
    {
        var random = new Random(seed);
        var every = Stopwatch.Frequency * Connections / PerSecond;
        var next = Stopwatch.GetTimestamp() + every * random.NextDouble();
        var milliseconds = new List<double>();
        using var client = new LoadClient(Port);
        while (!end.IsCancellationRequested)
        {
            var start = (long)next;
            if (start > Stopwatch.GetTimestamp())
            {
                // Waking up a little late is the clock's doing, not the server's.
                await Task.Delay(Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), start), CancellationToken.None);
                start = Stopwatch.GetTimestamp();
            }
            next += every;
            var (status, headEnd, bodyEnd) = await client.Ask(Request(random));
            milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (status != Status)
                throw new InvalidOperationException($"The answer was {status}: {client.Body(headEnd, bodyEnd)}");
        }
        return milliseconds;
    }
}
