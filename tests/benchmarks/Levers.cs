namespace Mentoring.Benchmarks;

/// <summary>Something that whoever runs the product may set, without changing it.</summary>
/// <param name="Settings">Variables of the process.</param>
/// <param name="Connection">Added to the connection strings.</param>
internal sealed record Lever(string Name, IReadOnlyDictionary<string, string>? Settings = null, string Connection = "")
{
    /// <summary>What the product asks of each connection, and one thing more.</summary>
    private const string Options =
        "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s";

    public static readonly IReadOnlyList<Lever> All =
    [
        // Shows how much of the others' effect is chance.
        new("nothing"),
        Runtime("DOTNET_TieredPGO", "0"),
        Runtime("DOTNET_gcConcurrent", "0"),
        Runtime("DOTNET_GCgen0size", "0x4000000"),
        Runtime("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "0"),
        Runtime("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
        Runtime("Logging__LogLevel__Default", "Error"),
        new("Max Auto Prepare=1000", Connection: ";Max Auto Prepare=1000"),
        new("Maximum Pool Size=8", Connection: ";Maximum Pool Size=8"),
        new(
            "plan_cache_mode=force_generic_plan",
            Connection: $";Options={Options} -c plan_cache_mode=force_generic_plan"
        ),
        new("jit=off", Connection: $";Options={Options} -c jit=off"),
    ];

    private static Lever Runtime(string name, string value) =>
        new($"{name}={value}", new Dictionary<string, string> { [name] = value });
}

/// <summary>
/// What each lever would save: the product with it beside the product without, in paired slices, by the processor's
/// time for a request, which neighbors on the machine hardly move.
/// </summary>
internal static class Levers
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1.5);

    public static async Task Measure(BenchmarkDatabase database, BenchmarkOptions options)
    {
        await using var plainProcess = await ServerProcess.Product(database.Setup);
        var plain = new Target(
            "the product",
            plainProcess.Port,
            await Door.Open(plainProcess.Port),
            database.ProcessorOf(plainProcess)
        );
        foreach (var route in Routes(options))
        {
            await Load.Run(plain, route, options.Connections, WarmUp);
            var found = new List<(string Name, Spread Saved, double Memory)>();
            foreach (var lever in Lever.All)
            {
                found.Add(await Measure(database, options, route, plain, lever));
                var (name, saved, memory) = found[^1];
                Report.Line($"  {route.Name, -12} {saved.Middle, 6:+0.0;-0.0} %  {memory, 4:0} MiB  {name}");
            }
            Report.Line(
                $"{route.Name}: processor time that a lever saves of each request, and memory with it; the product as it is: {plainProcess.ResidentMebibytes:0} MiB"
            );
            foreach (var (name, saved, memory) in found.OrderByDescending(f => f.Saved.Middle))
                Report.Line(
                    $"  {saved.Middle, 6:+0.0;-0.0} % (quartiles {saved.Low:+0.0;-0.0} … {saved.High:+0.0;-0.0})  {memory, 4:0} MiB  {name}"
                );
        }
    }

    private static async Task<(string, Spread, double)> Measure(
        BenchmarkDatabase database,
        BenchmarkOptions options,
        MeasuredRoute route,
        Target plain,
        Lever lever
    )
    {
        await using var process = await ServerProcess.Product(database.Setup, lever: lever);
        var pulled = new Target(lever.Name, process.Port, await Door.Open(process.Port), database.ProcessorOf(process));
        await SameAnswers.Check(plain, pulled, route);
        await Load.Run(pulled, route, options.Connections, WarmUp);
        var saved = new List<double>();
        for (var i = 0; i < options.Slices; i++)
        {
            // Each goes first as often as the other: whatever drifts, drifts for both.
            var (first, second) = i % 2 == 0 ? (plain, pulled) : (pulled, plain);
            var a = await Load.Run(first, route, options.Connections, Slice);
            var b = await Load.Run(second, route, options.Connections, Slice);
            var (without, with) = i % 2 == 0 ? (a, b) : (b, a);
            saved.Add(100 - 100 * with.ProcessorMilliseconds / without.ProcessorMilliseconds);
        }
        return (lever.Name, Spread.Of(saved), process.ResidentMebibytes);
    }

    /// <summary>Those that were named; else the one whose answer is the most work.</summary>
    private static IEnumerable<MeasuredRoute> Routes(BenchmarkOptions options) =>
        MeasuredRoute.All.Where(r => options.Only.Count == 0 ? r.Name == "getProgram" : options.Wants(r.Name));
}
