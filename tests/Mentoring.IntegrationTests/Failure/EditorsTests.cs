using System.Collections.Concurrent;
using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>
/// A hundred curators edit one program at the same time: who has seen the newest version writes the next one, everybody
/// else is told, and nobody's text disappears unseen.
/// </summary>
public sealed class EditorsTests(PairsApp app, ITestOutputHelper output) : IClassFixture<PairsApp>, IDisposable
{
    private const int Editors = 100;
    private const int SavesOfEditor = 20;

    /// <summary>The server of the tests has a hundred connections for all classes that run at the same time.</summary>
    private readonly SemaphoreSlim atOnce = new(32);
    private readonly ConcurrentBag<Save> accepted = [];
    private int stale;

    /// <param name="Parent">The text that the editor had before him.</param>
    private sealed record Save(long Version, string Text, string Parent);

    [Fact]
    public async Task Of_two_thousand_saves_each_accepted_one_is_a_version_that_continues_the_one_before()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft(Text(pair, "начало"));
        await PlantEditors();
        var clients = await Task.WhenAll(Enumerable.Range(1, Editors).Select(n => SignIn($"editor{n}")));

        await Task.WhenAll(clients.Select((client, n) => Edit(client, pair, program, n)));

        foreach (var client in clients)
            client.Dispose();
        output.WriteLine($"{accepted.Count} accepted, {stale} refused as stale");
        (accepted.Count + stale).ShouldBe(Editors * SavesOfEditor);
        stale.ShouldBeGreaterThan(0, "nobody was in anybody's way");
        var chain = accepted.OrderBy(s => s.Version).ToList();
        chain.Select(s => s.Version).ShouldBe(Enumerable.Range(2, chain.Count).Select(v => (long)v));
        chain.Select(s => s.Parent).ShouldBe(chain.Select(s => s.Text).Prepend("начало").Take(chain.Count));
        var card = await pair.AsCurator.See($"~/programs/{program}");
        ((long)card["version"]!).ShouldBe(chain[^1].Version);
        ((string)card["rationale"]!["problem"]!).ShouldBe(chain[^1].Text);
        card["activities"]!.AsArray().Count.ShouldBe(3);
        var audited = await app.Database.Scalar<long[]>(
            $"""
            SELECT array_agg(subject_version ORDER BY subject_version) FROM mentoring.audit_entry
            WHERE subject_id = '{program}' AND operation = 'editProgram'
            """
        );
        audited.ShouldBe(chain.Select(s => s.Version).ToArray());
    }

    public void Dispose() => atOnce.Dispose();

    private async Task Edit(ApiClient client, WorkingPair pair, Guid program, int editor)
    {
        for (var n = 0; n < SavesOfEditor; n++)
        {
            var seen = await AtOnce(() => client.Get($"~/programs/{program}"));
            seen.Status.ShouldBe(HttpStatusCode.OK, seen.Text);
            var version = (long)seen.Json["version"]!;
            var parent = (string)seen.Json["rationale"]!["problem"]!;
            // The text and its plan are of one version, whoever saves while they are read.
            ((string)seen.Json["activities"]![0]!["title"]!).ShouldBe(parent);
            var text = $"Редактор {editor}, правка {n}";
            var answer = await AtOnce(() =>
                client.Put($"~/programs/{program}", Text(pair, text, withPair: false), version)
            );
            if (answer.Status == HttpStatusCode.OK)
                accepted.Add(new Save((long)answer.Json["version"]!, text, parent));
            else
            {
                answer.ShouldBe(HttpStatusCode.PreconditionFailed, "version.stale");
                Interlocked.Increment(ref stale);
            }
        }
    }

    private async Task<ApiAnswer> AtOnce(Func<Task<ApiAnswer>> send)
    {
        await atOnce.WaitAsync();
        try
        {
            return await send();
        }
        finally
        {
            atOnce.Release();
        }
    }

    private static System.Text.Json.Nodes.JsonObject Text(WorkingPair pair, string marked, bool withPair = true)
    {
        var text = pair.Text(withPair: withPair);
        text["rationale"]!["problem"] = marked;
        text["activities"]![0]!["title"] = marked;
        return text;
    }

    private async Task<ApiClient> SignIn(string login)
    {
        await atOnce.WaitAsync();
        try
        {
            return await app.SignIn(login, TestTree.Password, TestTree.School);
        }
        finally
        {
            atOnce.Release();
        }
    }

    private Task PlantEditors() =>
        app.Database.Execute(
            $"""
            WITH editor AS (
              INSERT INTO accounts.account (id, user_name, normalized_user_name, display_name, password_hash)
              SELECT gen_random_uuid(), 'editor' || n, 'EDITOR' || n, 'Редактор ' || n, password_hash
              FROM accounts.account, generate_series(1, {Editors}) n
              WHERE user_name = '{TestTree.Login("curator", TestTree.School)}' RETURNING id)
            INSERT INTO accounts.membership (account_id, tenant_id, roles)
            SELECT id, '{TestTree.School}', ARRAY['curator'] FROM editor
            """
        );
}
