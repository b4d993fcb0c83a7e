using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;
using Mentoring.Platform.Platform.Data;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// Callers of one school go away a moment after they have asked, while PostgreSQL is slow: that costs no other school an
/// answer, and each answer belongs to its question. <c>MENTORING_BROKEN_OFF_ANSWERS</c> asks for more than 1,500 answers.
/// </summary>
public sealed class BrokenOffTests(SlowApp app, ITestOutputHelper output) : IClassFixture<SlowApp>
{
    private const int Readers = 6;
    private const int Impatient = 8;

    /// <summary>Of the other school; what it does not have is looked for all the same.</summary>
    private static readonly string[] Asked =
    [
        "mentors",
        "mentees",
        "pairs",
        "orders",
        "board",
        "figures",
        "consents",
        "meetings?pairId=0197f000-0009-7000-8000-000000000001",
        "programs/0197f000-0009-7000-8000-000000000001",
        "pairs/0197f000-0009-7000-8000-000000000001",
        "mentors/0197f000-0009-7000-8000-000000000001",
        "mentees/0197f000-0009-7000-8000-000000000001",
    ];

    private readonly ConcurrentQueue<string> wrong = new();
    private int answers;
    private int brokenOff;

    [Fact]
    public async Task Whoever_goes_away_in_the_middle_costs_nobody_else_an_answer()
    {
        var questions = await Questions();
        using var curator = await app.SignIn(
            TestTree.Login("curator", TestTree.School),
            TestTree.Password,
            TestTree.School
        );
        var cookie = await Cookie();
        var bound = Number("MENTORING_BROKEN_OFF_ANSWERS", 1_500);

        await using (new SlowBackends(app.Database))
        {
            using var end = new CancellationTokenSource();
            var impatient = Enumerable.Range(0, Impatient).Select(n => Task.Run(() => GoAway(cookie, n, end.Token)));
            Task[] gone = [.. impatient];
            await Read(curator, questions, bound);
            await end.CancelAsync();
            await Task.WhenAll(gone);
        }
        await Read(curator, questions, bound + Readers * questions.Count);

        output.WriteLine($"{answers} answers, {brokenOff} requests broken off, {wrong.Count} answers wrong");
        wrong.Take(20).ShouldBeEmpty();
        brokenOff.ShouldBeGreaterThan(Impatient);
    }

    /// <summary>Addresses, each with what only its answer holds.</summary>
    private async Task<IReadOnlyList<(string Path, string[] Holds)>> Questions()
    {
        var questions = new List<(string, string[])>();
        for (var n = 0; n < 8; n++)
        {
            var (mentorName, menteeName) = ($"Звонарёва{(char)('а' + n)}", $"Нестругин{(char)('а' + n)}");
            var (mentor, mentee) = (await app.AddMentor(mentorName), await app.AddMentee(menteeName));
            questions.Add(($"~/mentors/{mentor.ProfileId}", [$"{mentor.ProfileId}", $"\"{mentorName}\""]));
            questions.Add(($"~/mentees/{mentee.ProfileId}", [$"{mentee.ProfileId}", $"\"{menteeName}\""]));
            questions.Add(($"~/mentors?q={mentorName}", [$"{mentor.ProfileId}", "\"total\":1"]));
        }
        var pair = await WorkingPair.In(app);
        questions.Add(("~/pairs", [$"{pair.Id}", "\"total\":1"]));
        questions.Add(($"~/pairs/{pair.Id}", [$"{pair.Id}", $"{pair.Mentor.ProfileId}"]));
        var program = await pair.Draft();
        questions.Add(($"~/programs/{program}", [$"{program}", $"{pair.Id}"]));
        return questions;
    }

    private Task Read(ApiClient client, IReadOnlyList<(string Path, string[] Holds)> questions, int bound) =>
        Task.WhenAll(
            Enumerable
                .Range(0, Readers)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        for (var at = n; Interlocked.Increment(ref answers) <= bound; at++)
                            await Ask(client, questions[at % questions.Count]);
                    })
                )
        );

    private async Task Ask(ApiClient client, (string Path, string[] Holds) question)
    {
        var answer = await client.Get(question.Path);
        if (answer.Status != HttpStatusCode.OK || !question.Holds.All(answer.Text.Contains))
            wrong.Enqueue($"{question.Path} is answered {(int)answer.Status} {answer.Text}");
    }

    /// <summary>Asks and closes the connection; every fourth time with a cookie that has to be looked for.</summary>
    private async Task GoAway(string cookie, int seed, CancellationToken end)
    {
        var random = new Random(seed);
        while (!end.IsCancellationRequested)
        {
            using var socket = new TcpClient { LingerState = new LingerOption(true, 0) };
            await socket.ConnectAsync(app.Address.Host, app.Address.Port, CancellationToken.None);
            var path = Asked[random.Next(Asked.Length)];
            var shown = random.Next(4) == 0 ? Guid.NewGuid().ToString() : cookie;
            await socket
                .GetStream()
                .WriteAsync(
                    Encoding.ASCII.GetBytes(
                        $"GET /api/v1/organizations/{TestTree.SiblingSchool}/{path} HTTP/1.1\r\n"
                            + $"Host: {app.Address.Authority}\r\nCookie: mentoring_session={shown}\r\n\r\n"
                    ),
                    CancellationToken.None
                );
            await Task.Delay(TimeSpan.FromMilliseconds(0.5 + random.NextDouble() * 19.5), CancellationToken.None);
            socket.Close();
            Interlocked.Increment(ref brokenOff);
        }
    }

    private async Task<string> Cookie()
    {
        var jar = new CookieContainer();
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = jar }) { BaseAddress = app.Address };
        using var body = new StringContent(
            $$"""{"login":"{{TestTree.Login("curator", TestTree.SiblingSchool)}}","password":"{{TestTree.Password}}"}""",
            Encoding.UTF8,
            "application/json"
        );
        using var answer = await http.PostAsync(new Uri("/api/v1/accounts/sign-in", UriKind.Relative), body);
        answer.EnsureSuccessStatusCode();
        return jar.GetCookies(app.Address)["mentoring_session"]!.Value;
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}

/// <summary>With small pools, and few statements kept prepared: they are prepared anew all the time.</summary>
public sealed class SlowApp(TestPostgres postgres) : PairsApp(postgres)
{
    protected override DatabaseLogins ReplaceLogins(DatabaseLogins logins) =>
        new(Small(logins.School), Small(logins.Oversight), Small(logins.Work), Small(logins.Accounts));

    private static string Small(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = 16,
            MaxAutoPrepare = 8,
            // Some wait for a connection longer than anybody would.
            Timeout = 120,
        }.ConnectionString;
}
