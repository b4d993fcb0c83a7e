using System.Globalization;

namespace Mentoring.Benchmarks;

/// <summary>A server that runs in a process of its own.</summary>
internal sealed record Target(string Name, int Port, IReadOnlyList<Curator> Curators, ProcessorTime Processor);

/// <summary>What a request needs to be let in; empty for the server without doors.</summary>
internal sealed record Curator(int Organization, string Cookie, string Antiforgery);

/// <summary>A route that is measured: how its requests look and how its answers are compared.</summary>
/// <param name="Good">The ratio to the limit that has to be reached.</param>
/// <param name="Goal">The ratio that we want to reach.</param>
internal sealed record MeasuredRoute(
    string Name,
    double Good,
    double Goal,
    Func<Curator, Random, byte[]> Request,
    int Status
)
{
    public static readonly IReadOnlyList<MeasuredRoute> All =
    [
        new("listPairs", 0.70, 0.85, (c, _) => Get(c, "/pairs"), 200),
        new(
            "getProgram",
            0.65,
            0.78,
            (c, random) =>
                Get(c, $"/programs/{Generated.Program(c.Organization, random.Next(1, Generated.Programs + 1))}"),
            200
        ),
        new("logMeeting", 0.45, 0.60, LogMeeting, 201),
    ];

    /// <summary>A meeting of today in a pair that may meet.</summary>
    public static byte[] LogMeeting(Curator curator, Random random)
    {
        // Pairs whose papers are all there.
        int[] open = [2, 5, 6, 8, 10, 14, 18, 20, 22, 25];
        var pair = Generated.Pair(curator.Organization, open[random.Next(open.Length)]);
        var body = string.Create(
            CultureInfo.InvariantCulture,
            $$"""
            {"pairId":"{{pair}}","type":"regular","heldOn":"{{RawToday.Value:yyyy-MM-dd}}","minutes":45,"mode":"inPerson","outcome":"Разобрали урок, договорились о взаимопосещении.","confirmed":["meeting.same_day"]}
            """
        );
        return Wire.Request("POST", OfOrganization(curator, "/meetings"), curator, body);
    }

    private static byte[] Get(Curator curator, string path) =>
        Wire.Request("GET", OfOrganization(curator, path), curator);

    private static string OfOrganization(Curator curator, string path) =>
        $"/organizations/{Generated.Organization(curator.Organization)}{path}";
}
