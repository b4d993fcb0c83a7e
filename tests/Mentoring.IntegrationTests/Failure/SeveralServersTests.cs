using System.Globalization;
using System.Net;
using Mentoring.IntegrationTests.ApiKeys;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Failure;

/// <summary>Three processes that serve one database, begun at the same moment, behind one address.</summary>
public sealed class SeveralServers(TestPostgres postgres) : TestApp(postgres)
{
    public const int RequestsOfKey = 30;

    private static readonly Dictionary<string, string> Limit = new()
    {
        ["RequestLimits__PerMinuteOfKey"] = $"{RequestsOfKey}",
    };

    private ServerProcess[] processes = [];

    internal FrontDoor Door { get; private set; } = null!;

    public int Count => processes.Length;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        processes = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(_ => ServerProcess.Start(Database.Setup.Logins, ServerProcess.FreePort(), environment: Limit))
        );
        Door = await FrontDoor.Open([.. processes.Select(p => p.Address)]);
    }

    public override async ValueTask DisposeAsync()
    {
        await Door.DisposeAsync();
        foreach (var process in processes)
            process.Dispose();
        await base.DisposeAsync();
    }

    public async Task<ApiClient> SignInAtDoor(string role)
    {
        var client = new ApiClient(Door.Address, TestTree.School);
        await client.SignIn(TestTree.Login(role, TestTree.School), TestTree.Password);
        return client;
    }

    /// <summary>Asks each process once, and once more.</summary>
    public async Task<IReadOnlyList<ApiAnswer>> AskEach(Func<int, Task<ApiAnswer>> ask)
    {
        var answers = new List<ApiAnswer>();
        for (var n = 0; n < 2 * Count; n++)
            answers.Add(await ask(n));
        return answers;
    }
}

/// <summary>What one process knows, all know: a key's end with the next request, a session's within a second.</summary>
public sealed class SeveralServersTests(SeveralServers app) : IClassFixture<SeveralServers>
{
    /// <summary>Within this time everybody has to know that a session has ended or a role is gone.</summary>
    private static readonly TimeSpan Known = TimeSpan.FromSeconds(1);

    private static int count;

    [Fact]
    public async Task A_session_writes_on_every_server_and_ends_on_every_server()
    {
        using var curator = await app.SignInAtDoor("curator");

        var written = await app.AskEach(_ => AddMentor(curator));
        var read = await app.AskEach(_ => curator.Get("~/mentors"));
        var left = await curator.Post("/api/v1/accounts/sign-out");
        await Task.Delay(Known);
        var after = await app.AskEach(_ => curator.Get("~/mentors"));

        written.ShouldAllBe(a => a.Status == HttpStatusCode.Created, "tokens of one server hold on the others");
        read.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        ((int)left.Status).ShouldBeInRange(200, 299, left.Text);
        after.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized);
        app.Door.Passed.Count.ShouldBe(app.Count);
    }

    [Fact]
    public async Task A_request_repeated_at_another_server_is_the_same_request()
    {
        using var curator = await app.SignInAtDoor("curator");
        var (body, key) = (TestPeople.Mentor("Повторная-" + Letters()), Guid.NewGuid());

        var answers = await app.AskEach(_ => curator.Post("~/mentors", body, key));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        answers.Select(a => (string)a.Json["id"]!).Distinct().ShouldHaveSingleItem();
        answers.Count(a => a.Headers.ContainsKey("Idempotent-Replayed")).ShouldBe(answers.Count - 1);
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_everywhere_and_one_given_is_there()
    {
        using var head = await app.SignInAtDoor("headOfOrganization");
        var before = await app.AskEach(_ => head.Get("~/api-keys"));

        await SetRoles(head.AccountId, "mentee");
        await Task.Delay(Known);
        var without = await app.AskEach(_ => head.Get("~/api-keys"));
        await SetRoles(head.AccountId, "headOfOrganization");
        await Task.Delay(Known);
        var again = await app.AskEach(_ => head.Get("~/api-keys"));

        before.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        without.ShouldAllBe(a => a.Status == HttpStatusCode.Forbidden);
        again.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
    }

    [Fact, Trait("covers", "C-66")]
    public async Task A_key_revoked_at_one_server_is_refused_by_all()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key, app.Door.Address);
        var before = await app.AskEach(_ => system.Get("~/figures"));

        await app.Revoke(key);
        var after = await app.AskEach(_ => system.Get("~/figures"));

        before.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        after.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized && a.Code == "apiKey.not_valid");
    }

    [Fact, Trait("covers", "C-66")]
    public async Task The_requests_of_a_key_are_counted_together()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key, app.Door.Address);

        // A minute that ends meanwhile begins the count anew; of two minutes one is whole.
        var answers = new List<ApiAnswer>();
        for (var n = 0; n < 3 * SeveralServers.RequestsOfKey && answers.Count(IsRefused) < app.Count; n++)
            answers.Add(await system.Get("~/figures"));

        answers.Count(IsRefused).ShouldBe(app.Count, "each of them refuses");
        foreach (var (earlier, later) in answers.Zip(answers.Skip(1)))
        {
            if (Number(later, "RateLimit-Reset") <= Number(earlier, "RateLimit-Reset"))
                Number(later, "RateLimit-Remaining").ShouldBe(Math.Max(0, Number(earlier, "RateLimit-Remaining") - 1));
        }
    }

    private static bool IsRefused(ApiAnswer answer) => answer.Status == HttpStatusCode.TooManyRequests;

    private static int Number(ApiAnswer answer, string header) =>
        int.Parse(answer.Headers[header], CultureInfo.InvariantCulture);

    private static Task<ApiAnswer> AddMentor(ApiClient curator) =>
        curator.Post("~/mentors", TestPeople.Mentor("Общая-" + Letters()));

    private static string Letters() =>
        string.Concat($"{Interlocked.Increment(ref count)}".Select(d => (char)('а' + (d - '0'))));

    private Task SetRoles(Guid account, string role) =>
        app.Database.Execute($"UPDATE accounts.membership SET roles = ARRAY['{role}'] WHERE account_id = '{account}'");
}
