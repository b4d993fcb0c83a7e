using System.Net;
using System.Security.Cryptography;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Programs;
using Npgsql;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>The disk of PostgreSQL is full: first for the tables, then for its journal, without which it ends itself.</summary>
public sealed class DiskFullTests(ITestOutputHelper output)
{
    private readonly Ledger ledger = new();
    private int count;

    [Fact]
    public async Task Reads_go_on_writes_say_so_and_all_is_well_when_there_is_room_again()
    {
        var (mounted, why) = SmallDisk.Mount();
        if (mounted is null)
            Assert.Skip($"NOT PROVEN HERE, no disk that can be filled: {why}");
        using var disk = mounted;
        await using var site = await FailingSite.Build(
            unpaired: 0,
            new Dictionary<string, string> { ["min_wal_size"] = "32MB", ["max_wal_size"] = "48MB" },
            disk.Folder
        );
        var records = new StoredRecords(site.App);
        await records.Begin();
        using var curator = await site.SignIn();
        using var otherSystem = site.App.With(await site.App.MakeKey(TestTree.School), site.Server.Address);
        await Log(curator, site.Pair, HttpStatusCode.Created);

        (object Body, Guid Key, string Outcome) refused;
        using (disk.Full())
        {
            refused = await UntilRefused(curator, site.Pair);
            foreach (var page in new[] { "~/pairs", "~/mentors", $"~/meetings?pairId={site.Pair.Id}", "~/figures" })
                (await curator.Get(page)).Status.ShouldBe(HttpStatusCode.OK, page);
            // The first request of a key makes a row that counts: it is answered without.
            (await otherSystem.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);
            (await records.FindHalves()).ShouldBeEmpty();
        }

        var again = await curator.Post("~/meetings", refused.Body, refused.Key);
        again.Status.ShouldBe(HttpStatusCode.Created, "nobody has started anything: " + again.Text);
        ledger.Acknowledge($"meeting {refused.Outcome}", (string)again.Json["id"]!);

        ApiAnswer meanwhile;
        using (disk.Full())
        {
            await UntilJournalIsFull(site.Postgres);
            meanwhile = await curator.Post("~/meetings", Meeting(site.Pair, out _));
            ((int)meanwhile.Status).ShouldBeOneOf(503, 507);
            meanwhile.Headers.Keys.ShouldContain("Retry-After");
        }
        await site.Postgres.Recover();
        await UntilWritten(curator, site.Pair);

        var findings = await ledger.Compare(site.App.Database);
        output.WriteLine($"{ledger.Count} acknowledged, {findings.Lost.Count} lost, then {meanwhile.Status}");
        findings.Lost.ShouldBeEmpty();
        findings.Twice.ShouldBeEmpty();
        findings.Unknown.ShouldBeEmpty();
        (await records.FindHalves()).ShouldBeEmpty();
        await records.ExpectFigures();
    }

    /// <summary>Until there is no page left for a meeting.</summary>
    private async Task<(object Body, Guid Key, string Outcome)> UntilRefused(ApiClient curator, WorkingPair pair)
    {
        for (var n = 0; n < 500; n++)
        {
            var (body, key) = (Meeting(pair, out var outcome), Guid.NewGuid());
            var answer = await curator.Post("~/meetings", body, key);
            if (answer.Status != HttpStatusCode.Created)
            {
                answer.ShouldBe(HttpStatusCode.InsufficientStorage, "server.storage_full");
                answer.Headers["Retry-After"].ShouldBe("60");
                return (body, key, outcome);
            }
            ledger.Acknowledge($"meeting {outcome}", (string)answer.Json["id"]!);
        }
        throw new InvalidOperationException("The disk is not full.");
    }

    private async Task Log(ApiClient curator, WorkingPair pair, HttpStatusCode expected)
    {
        var answer = await curator.Post("~/meetings", Meeting(pair, out var outcome));
        answer.Status.ShouldBe(expected, answer.Text);
        ledger.Acknowledge($"meeting {outcome}", (string)answer.Json["id"]!);
    }

    /// <summary>As the client does: the same request until it is answered.</summary>
    private async Task UntilWritten(ApiClient curator, WorkingPair pair)
    {
        var (body, key) = (Meeting(pair, out var outcome), Guid.NewGuid());
        for (var n = 0; ; n++)
        {
            var answer = await curator.Post("~/meetings", body, key);
            if (answer.Status == HttpStatusCode.Created)
            {
                ledger.Acknowledge($"meeting {outcome}", (string)answer.Json["id"]!);
                return;
            }
            answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable, answer.Text);
            n.ShouldBeLessThan(100, "it does not come back");
            await Task.Delay(100);
        }
    }

    /// <summary>PostgreSQL may not go on without a journal: it drops everybody and tries to recover.</summary>
    private static async Task UntilJournalIsFull(DurablePostgres postgres)
    {
        for (var n = 0; n < 100; n++)
        {
            try
            {
                await postgres.Ask<string>(
                    "SELECT pg_logical_emit_message(false, 'x', 'x')::text; SELECT pg_switch_wal()::text"
                );
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DiskFull)
            {
                // The journal has a little room yet.
            }
            // The driver says the second where it loses the connection between a question and its answer.
            catch (Exception e) when (e is NpgsqlException or ObjectDisposedException)
            {
                return;
            }
        }
        throw new InvalidOperationException("The journal is not full.");
    }

    /// <summary>With a text that nothing makes shorter.</summary>
    private object Meeting(WorkingPair pair, out string outcome)
    {
        outcome = $"{++count} " + RandomNumberGenerator.GetHexString(1500);
        return new
        {
            pairId = pair.Id,
            type = "introductory",
            heldOn = WorkingPair.Starts,
            minutes = 45,
            mode = "inPerson",
            outcome,
            confirmed = new[] { "meeting.same_day" },
        };
    }
}
