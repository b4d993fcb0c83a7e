using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>What the command line asks for.</summary>
/// <param name="Organizations">Size of the generated region.</param>
/// <param name="Slices">Paired slices per route.</param>
/// <param name="Connections">Clients that ask at once while throughput is compared.</param>
/// <param name="Only">Names of the measurements to make; empty for all.</param>
/// <param name="Hold">Measure nothing, only start everything.</param>
/// <param name="Check">Measure nothing, only compare answers.</param>
/// <param name="Levers">Measure the product against itself under other settings.</param>
/// <param name="Writes">Meetings a second beside which freshness is measured; each marks its organization as changed.</param>
internal sealed record BenchmarkOptions(
    int Organizations,
    int Slices,
    int Connections,
    IReadOnlyList<string> Only,
    bool Hold = false,
    bool Check = false,
    bool Levers = false,
    int Writes = 20
)
{
    /// <summary>What the program says about itself.</summary>
    public const string Help = """
        ./tests/benchmarks/run [--organizations N] [--slices N] [--connections N] [--only NAME,…] [--hold] [--check]
                               [--levers] [--writes N] [--quick]

        Measures the product against a server that does the least: raw SQL, no sessions, no walls, no audit.
          --organizations   2000 by default; 40000 for the largest region
          --slices          12 by default: pairs of slices of 1.5 s per route
          --connections     16 by default
          --only            listPairs, getProgram, logMeeting: ratio to that server, by paired slices
                            start, memory: of the product alone
                            dashboard: how long one waits for the region's page, and for that of one municipality
                            freshness: from a change to the region's page that shows it, while others write;
                            then counts everything again and compares
                            The last two first let the product count every organization.
          --writes          20 by default: meetings a second beside which freshness is measured
          --hold            starts both servers on the generated region and waits: for looking at them; figures are
                            counted first where --only names them
          --check           only sees whether both give the same answers: no time is measured
          --levers          what settings of the runtime and of connections would save, each beside the product as it
                            is: processor time of getProgram, or of the routes that --only names
          --quick           200 organizations and 4 slices: to see that it works
        """;

    private static readonly string[] Names =
    [
        "listPairs",
        "getProgram",
        "logMeeting",
        "start",
        "memory",
        "dashboard",
        "freshness",
    ];

    /// <summary>Whether something is asked for that shows figures.</summary>
    public bool WantsFigures => Wants("dashboard") || Wants("freshness");

    public bool Wants(string name) => Only.Count == 0 || Only.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Null where the arguments make no sense.</summary>
    public static BenchmarkOptions? Parse(string[] args)
    {
        var options = new BenchmarkOptions(2000, 12, 16, []);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--quick")
            {
                options = options with { Organizations = 200, Slices = 4 };
                continue;
            }
            if (args[i] == "--hold")
            {
                options = options with { Hold = true };
                continue;
            }
            if (args[i] == "--levers")
            {
                options = options with { Levers = true };
                continue;
            }
            if (args[i] == "--check")
            {
                options = options with { Check = true, Organizations = 100 };
                continue;
            }
            if (i + 1 >= args.Length)
                return null;
            var value = args[++i];
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            switch (args[i - 1])
            {
                case "--organizations" when number is >= 100 and <= 100_000:
                    options = options with { Organizations = number };
                    break;
                case "--slices" when number is >= 2 and <= 200:
                    options = options with { Slices = number };
                    break;
                case "--connections" when number is >= 1 and <= 256:
                    options = options with { Connections = number };
                    break;
                case "--writes" when number is >= 1 and <= 1000:
                    options = options with { Writes = number };
                    break;
                case "--only" when value.Split(',').All(Names.Contains):
                    options = options with { Only = value.Split(',', StringSplitOptions.RemoveEmptyEntries) };
                    break;
                default:
                    return null;
            }
        }
        return options;
    }
}
