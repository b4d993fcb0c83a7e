using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using Mentoring.IntegrationTests.Fuzz;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Platform.Documents;

namespace Mentoring.IntegrationTests.Attack.Markers;

/// <summary>
/// Requests at random, of every role and key of nine tenants, with own and foreign ids: no body, header, document or
/// log holds a marker of a tenant that the caller may not read it of; <see cref="Allowed"/> says what he may.
/// <c>MENTORING_MARKER_REQUESTS</c> asks for more than 20,000 of them (a run of 1,000,000 is meant),
/// <c>MENTORING_MARKER_SEED</c> for the requests of an earlier run: each of the four senders makes its own by its seed.
/// </summary>
public sealed class MarkerTests(MarkerApp app, ITestOutputHelper output) : IClassFixture<MarkerApp>
{
    [Fact]
    [Trait("covers", "C-64")]
    public async Task No_tenant_reads_a_word_of_another()
    {
        var (requests, seed) = (Number("MENTORING_MARKER_REQUESTS", 20_000), Number("MENTORING_MARKER_SEED", 20261121));
        app.Marked.Count.ShouldBeGreaterThan(40);
        var run = new MarkerRun(app);

        await run.Send(requests, seed);

        output.WriteLine($"{requests} requests of seed {seed}: {run.Sum}; {app.Marked.Count} columns hold markers");
        run.Leaks.Take(20).ShouldBeEmpty();
        // What is found shows that what is not could have been found.
        run.OwnTenants.ShouldBe(TestTree.Tenants.Count, "every tenant reads words of its own");
        run.Documents.ShouldBeGreaterThan(requests / 2000);
        run.Upward.ShouldBeGreaterThan(requests / 2000);
        run.Cursors.ShouldBeGreaterThan(requests / 1000);
        run.OwnColumns.ShouldBeGreaterThan(25);
    }

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number)
            ? number
            : otherwise;
}

/// <summary>A test that could not see a leak would prove nothing: here are two, and it sees both.</summary>
public sealed class MarkerLeakTests(LeakingApp app, ITestOutputHelper output) : IClassFixture<LeakingApp>
{
    [Fact]
    public async Task A_cache_without_a_tenant_and_a_talkative_log_are_seen()
    {
        var run = new MarkerRun(app);

        await run.Send(2_000, 20261121);

        output.WriteLine(string.Join('\n', run.Leaks.Take(5)));
        run.Leaks.ShouldContain(l => l.StartsWith("the log", StringComparison.Ordinal));
        run.Leaks.ShouldContain(l => l.Contains(" reads ", StringComparison.Ordinal));
    }
}

/// <summary>Sends requests and holds what comes back against what the caller may read.</summary>
internal sealed class MarkerRun(MarkerApp app)
{
    private const int Senders = 4;

    /// <summary>They would end the callers' sessions, or make their next sign-in wait.</summary>
    private static readonly string[] Left =
    [
        .. "signIn signOut acceptInvitation changePassword revokeApiKey revokeMunicipalApiKey revokeRegionalApiKey".Split(
            ' '
        ),
    ];

    private readonly ConcurrentQueue<string> leaks = new();
    private readonly ConcurrentDictionary<Guid, int> own = new();
    private readonly ConcurrentDictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, int> statuses = new();

    /// <summary>Where pages ended, of all callers together, by the operation.</summary>
    private readonly ConcurrentDictionary<string, ConcurrentBag<string>> cursors = new(StringComparer.Ordinal);
    private int documents;
    private int upward;

    public IReadOnlyCollection<string> Leaks => leaks;

    public int OwnTenants => own.Count;

    public int OwnColumns => columns.Count;

    public int Documents => documents;

    /// <summary>Ends of pages that were gone on from.</summary>
    public int Cursors => cursors.Values.Sum(c => c.Count);

    /// <summary>Answers with words of a tenant below.</summary>
    public int Upward => upward;

    public string Sum =>
        $"{own.Values.Sum()} own markers of {OwnColumns} columns, {upward} of tenants below, {documents} documents, {Cursors} cursors, "
        + $"{leaks.Count} leaks; "
        + string.Join(", ", statuses.OrderBy(s => s.Key).Select(s => $"{s.Key} × {s.Value}"));

    public async Task Send(int requests, int seed)
    {
        var contract = await FuzzContract.Read(app);
        await Task.WhenAll(
            Enumerable
                .Range(0, Senders)
                .Select(n => Task.Run(() => SendPart(contract, requests / Senders, new Random(seed + n))))
        );
        HoldLogs();
    }

    private async Task SendPart(FuzzContract contract, int requests, Random random)
    {
        var makers = app.Ids.ToDictionary(i => i.Key, i => new RequestMaker(contract, random, i.Value));
        var operations = contract.Operations.Where(o => !Left.Contains(o.Id)).ToList();
        var reads = operations.Where(o => o.Method == HttpMethod.Get).ToList();
        var tenants = app.Ids.Keys.ToList();
        for (var i = 0; i < requests; i++)
        {
            var caller = app.Callers[random.Next(app.Callers.Count)];
            var (name, home, client, _) = caller;
            var operation = Choose(caller, random.Next(5) == 0 ? operations : reads, random);
            var tenant = home is { } mine && random.Next(8) > 0 ? mine : tenants[random.Next(tenants.Count)];
            var things = random.Next(3) > 0 ? tenant : tenants[random.Next(tenants.Count)];
            var request = makers[things].Make(operation, tenant);
            var path = random.Next(10) switch
            {
                0 => Searching(request.Path, tenants[random.Next(tenants.Count)]),
                1 or 2 when operation.Query.Any(q => q.Name == "cursor") => GoingOn(operation, request.Path, random),
                _ => request.Path,
            };
            var answer = await client.Send(operation.Method, path, request.Body, request.Key, request.Version);
            Hold(name, home, $"{operation.Id} {path}", answer);
            if (operation.Query.Any(q => q.Name == "cursor") && answer.Status == HttpStatusCode.OK)
                Remember(operation, answer);
        }
    }

    /// <summary>Mostly an operation of the caller's own level that he may call.</summary>
    private static FuzzOperation Choose(MarkerCaller caller, List<FuzzOperation> from, Random random)
    {
        var level = caller.Tenant is { } home ? TestTree.Tenants[home].Kind : "organization";
        var near = from.Where(o =>
                o.Level == level && (caller.May.Count == 0 || caller.May.Contains(o.Permission)) || o.Level is null
            )
            .ToList();
        var chosen = random.Next(6) == 0 ? from : near;
        return chosen[random.Next(chosen.Count)];
    }

    /// <summary>Pages of one item, and mostly on from where somebody's page ended, whoever that was.</summary>
    private string GoingOn(FuzzOperation operation, string path, Random random)
    {
        var page = path.Split('?')[0] + "?limit=1";
        if (!cursors.TryGetValue(operation.Id, out var known) || random.Next(4) == 0)
            return page;
        var ends = known.ToArray();
        return $"{page}&cursor={Uri.EscapeDataString(ends[random.Next(ends.Length)])}";
    }

    private void Remember(FuzzOperation operation, ApiAnswer answer)
    {
        if (
            (string?)answer.Json["nextCursor"] is { } end
            && cursors.GetOrAdd(operation.Id, _ => []) is { Count: < 200 } known
        )
            known.Add(end);
    }

    /// <summary>Looks for somebody's words.</summary>
    private static string Searching(string path, Guid whose) =>
        path.Split('?')[0] + "?q=" + Uri.EscapeDataString(MarkerWords.Of(whose));

    private void Hold(string name, Guid? home, string request, ApiAnswer answer)
    {
        statuses.AddOrUpdate((int)answer.Status, 1, (_, n) => n + 1);
        if ((int)answer.Status >= 500)
            leaks.Enqueue($"{name} breaks {request}: {answer.Text}");
        var text = answer.Text;
        if (answer.Headers.GetValueOrDefault("Content-Type") == SealedDocument.Docx)
        {
            text = MarkerWords.Read(answer.Bytes);
            if (home is { } reader && MarkerWords.In(text).Any(m => m.Tenant == reader))
                Interlocked.Increment(ref documents);
        }
        text += string.Join('\n', answer.Headers.Values.Select(Uri.UnescapeDataString));
        var isUpward = false;
        foreach (var marker in MarkerWords.In(text).Distinct())
        {
            if (!Allowed.May(home, marker))
                leaks.Enqueue($"{name} reads {marker.Column} of {TestTree.Tenants[marker.Tenant].Name} by {request}");
            else if (marker.Tenant == home)
            {
                own.AddOrUpdate(marker.Tenant, 1, (_, n) => n + 1);
                columns.TryAdd(marker.Column, 0);
            }
            else if (TestTree.Lineage(marker.Tenant).Contains(home!.Value))
                isUpward = true;
        }
        if (isUpward)
            Interlocked.Increment(ref upward);
    }

    private void HoldLogs()
    {
        foreach (var line in app.Logs.Drain())
        {
            foreach (var marker in MarkerWords.In(line))
                leaks.Enqueue($"the log holds {marker.Column} of {TestTree.Tenants[marker.Tenant].Name}: {line}");
        }
    }
}
