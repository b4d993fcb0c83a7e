using Mentoring.Platform.Platform.Data;

namespace Mentoring.Benchmarks;

/// <summary>Something that whoever runs the product may set, without changing it.</summary>
/// <param name="Settings">Variables of the process.</param>
/// <param name="Connection">Added to the connection strings.</param>
internal sealed record Lever(string Name, IReadOnlyDictionary<string, string>? Settings = null, string Connection = "")
{
    public static readonly IReadOnlyList<Lever> All =
    [
        // Shows how much of the others' effect is chance.
        new("nothing"),
        Runtime("DOTNET_TieredPGO", "1"),
        Runtime("DOTNET_gcConcurrent", "0"),
        Runtime("DOTNET_GCgen0size", "0x4000000"),
        Runtime("DOTNET_ThreadPool_UnfairSemaphoreSpinLimit", "70"),
        Runtime("DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS", "1"),
        Runtime("Logging__LogLevel__Default", "Error"),
        new("Max Auto Prepare=1000", Connection: ";Max Auto Prepare=1000"),
        new("Maximum Pool Size=8", Connection: ";Maximum Pool Size=8"),
        new("plan_cache_mode=auto", Connection: $";Options={DataSources.Limits}"),
        new("jit=off", Connection: $";Options={DataSources.OptionsOfSchool} -c jit=off"),
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
    /// <summary>Slices that do not count.</summary>
    private const int WarmUps = 8;

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(1.5);

    public static async Task Measure(BenchmarkDatabase database, BenchmarkOptions options)
    {
        foreach (var route in Routes(options))
        {
            var found = new List<Pulled>();
            foreach (var lever in Lever.All)
            {
                found.Add(await Measure(database, options, route, lever));
                Report.Line($"  {route.Name, -12} {found[^1].Saved.Middle, 6:+0.0;-0.0} %  {lever.Name}");
            }
            Report.Line(
                $"{route.Name}: processor time that a lever saves of each request, what is left, and memory with it and without"
            );
            foreach (var (lever, saved, milliseconds, memory, plain) in found.OrderByDescending(f => f.Saved.Middle))
                Report.Line(
                    $"  {saved.Middle, 6:+0.0;-0.0} % (quartiles {saved.Low:+0.0;-0.0} … {saved.High:+0.0;-0.0})  {milliseconds:0.00} ms  {memory, 4:0} MiB ({memory - plain:+0;-0;0})  {lever.Name}"
                );
        }
    }

    /// <summary>Both are started anew for each lever: an older process has had more time to get fast.</summary>
    private static async Task<Pulled> Measure(
        BenchmarkDatabase database,
        BenchmarkOptions options,
        MeasuredRoute route,
        Lever lever
    )
    {
        await using var plainProcess = await ServerProcess.Product(database.Setup);
        await using var pulledProcess = await ServerProcess.Product(database.Setup, lever: lever);
        var plain = await Open(database, plainProcess, "the product");
        var pulled = await Open(database, pulledProcess, lever.Name);
        await SameAnswers.Check(plain, pulled, route);
        var (saved, left) = (new List<double>(), new List<double>());
        for (var i = -WarmUps; i < options.Slices; i++)
        {
            // Each goes first as often as the other: whatever drifts, drifts for both.
            var (first, second) = i % 2 == 0 ? (plain, pulled) : (pulled, plain);
            var a = await Load.Run(first, route, options.Connections, Slice);
            var b = await Load.Run(second, route, options.Connections, Slice);
            if (i < 0)
                continue;
            var (without, with) = i % 2 == 0 ? (a, b) : (b, a);
            saved.Add(100 - 100 * with.ProcessorMilliseconds / without.ProcessorMilliseconds);
            left.Add(with.ProcessorMilliseconds);
        }
        return new Pulled(
            lever,
            Spread.Of(saved),
            Spread.Of(left).Middle,
            pulledProcess.ResidentMebibytes,
            plainProcess.ResidentMebibytes
        );
    }

    private static async Task<Target> Open(BenchmarkDatabase database, ServerProcess process, string name) =>
        new(name, process.Port, await Door.Open(process.Port), database.ProcessorOf(process));

    /// <summary>Those that were named; else the one whose answer is the most work.</summary>
    private static IEnumerable<MeasuredRoute> Routes(BenchmarkOptions options) =>
        MeasuredRoute.All.Where(r => options.Only.Count == 0 ? r.Name == "getProgram" : options.Wants(r.Name));

    /// <param name="Saved">Of the processor's time, in percent.</param>
    /// <param name="Milliseconds">Of the processor for each request, with the lever.</param>
    /// <param name="Memory">With the lever, in MiB.</param>
    /// <param name="Plain">Without it.</param>
    private sealed record Pulled(Lever Lever, Spread Saved, double Milliseconds, double Memory, double Plain);
}
