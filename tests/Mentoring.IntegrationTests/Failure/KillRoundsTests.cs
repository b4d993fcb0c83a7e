using System.Diagnostics;
using System.Globalization;
using System.Net;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// Server, worker, PostgreSQL and single processes of PostgreSQL are killed without warning, in a random order, while
/// curators write and repeat what was not answered: nothing acknowledged is lost, nothing is there twice, nothing is
/// there by half. <c>MENTORING_KILL_ROUNDS</c> makes more rounds than twenty, <c>MENTORING_KILL_SEED</c> repeats an order.
/// </summary>
public sealed class KillRoundsTests(ITestOutputHelper output)
{
    private enum Victim
    {
        Server,
        Worker,
        Database,
        Backend,
    }

    /// <summary>What is written between two kills.</summary>
    private const int WritesOfRound = 12;

    private static readonly int Rounds = int.Parse(
        Environment.GetEnvironmentVariable("MENTORING_KILL_ROUNDS") ?? "20",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public async Task Killed_at_random_under_writes_nothing_is_lost_or_twice_or_half()
    {
        var seed = int.Parse(
            Environment.GetEnvironmentVariable("MENTORING_KILL_SEED")
                ?? Random.Shared.Next(1_000_000).ToString(CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture
        );
        output.WriteLine($"MENTORING_KILL_SEED={seed}");
        var random = new Random(seed);
        await using var site = await FailingSite.Build(unpaired: 10 * Rounds);
        var records = new StoredRecords(site.App);
        await records.Begin();
        var ledger = new Ledger();
        using var curator = await site.SignIn();
        var writers = new Writers(curator, site.Pair, ledger).StartFacts(4).StartPrograms(2, site.Unpaired);

        foreach (var victim in Deck(random))
        {
            await writers.UntilAcknowledged(ledger.Count + WritesOfRound);
            await Task.Delay(random.Next(200));
            await Kill(site, victim);
        }
        await writers.UntilAcknowledged(ledger.Count + WritesOfRound);
        await writers.Finish();

        var findings = await ledger.Compare(site.App.Database);
        output.WriteLine(
            $"{Rounds} rounds, {ledger.Count} acknowledged, {ledger.Retried} asked again, {findings.Lost.Count} lost, {findings.Twice.Count} twice"
        );
        ledger.Retried.ShouldBeGreaterThan(0, "the kills hit no write");
        findings.Lost.ShouldBeEmpty();
        findings.Twice.ShouldBeEmpty();
        findings.Unknown.ShouldBeEmpty();
        (await records.FindHalves()).ShouldBeEmpty();
        await records.ExpectFigures();
    }

    /// <summary>
    /// The same ledger on a PostgreSQL that answers before it has written: what it loses is seen, so the test above
    /// would see it too.
    /// </summary>
    [Fact]
    public async Task A_database_that_does_not_keep_what_it_promised_is_found_out()
    {
        await using var site = await FailingSite.Build(
            unpaired: 0,
            new Dictionary<string, string> { ["synchronous_commit"] = "off", ["wal_writer_delay"] = "10s" }
        );
        var ledger = new Ledger();
        using var curator = await site.SignIn();
        // The session itself is to survive.
        await site.App.Database.Execute("CHECKPOINT");
        var writers = new Writers(curator, site.Pair, ledger).StartFacts(4);
        LedgerFindings findings;
        var rounds = 0;
        do
        {
            await writers.UntilAcknowledged(ledger.Count + 40);
            await site.Postgres.KillServer();
            await site.Postgres.Start();
            findings = await ledger.Compare(site.App.Database);
        } while (findings.Lost.Count == 0 && ++rounds < 20);
        await writers.Finish();

        output.WriteLine($"{ledger.Count} acknowledged, {findings.Lost.Count} lost");
        findings.Lost.ShouldNotBeEmpty("the ledger is blind");
    }

    /// <summary>Each kind as often as every other, in a random order.</summary>
    private static Victim[] Deck(Random random)
    {
        var deck = Enumerable.Range(0, Rounds).Select(n => (Victim)(n % 4)).ToArray();
        random.Shuffle(deck);
        return deck;
    }

    private async Task Kill(FailingSite site, Victim victim)
    {
        var watch = Stopwatch.StartNew();
        switch (victim)
        {
            case Victim.Server:
                site.Server.Dispose();
                await site.StartServer();
                break;
            case Victim.Worker:
                site.Worker.Dispose();
                await site.StartWorker();
                break;
            case Victim.Database:
                await site.Postgres.KillServer();
                await ExpectUnavailable(site.Server.Address);
                await site.Postgres.Start();
                break;
            default:
                (await site.Postgres.KillBackend()).ShouldBeTrue("nobody was at work");
                break;
        }
        output.WriteLine($"{victim} back after {watch.ElapsedMilliseconds} ms");
    }

    private static async Task ExpectUnavailable(Uri server)
    {
        using var nobody = new ApiClient(server);
        var answer = await nobody.Post("/api/v1/accounts/sign-in", new { login = "x", password = "y" });
        answer.ShouldBe(HttpStatusCode.ServiceUnavailable, "server.unavailable");
        answer.Headers.Keys.ShouldContain("Retry-After");
    }
}
