using System.Net;
using Mentoring.IntegrationTests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.ApiKeys;

/// <summary>Five requests a minute for a key, and a clock that stands.</summary>
public sealed class LimitedApp(TestPostgres postgres) : TestApp(postgres)
{
    public StandingClock Clock { get; } = new();

    protected override string[] Limits => ["--RequestLimits:PerMinute=1000000", "--RequestLimits:PerMinuteOfKey=5"];

    protected override void Configure(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
}

/// <summary>A clock that moves when it is told to.</summary>
public sealed class StandingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = Start;

    /// <summary>The twentieth second of a minute.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 9, 1, 10, 0, 20, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>How many requests a key may make: all servers together.</summary>
public sealed class ApiKeyLimitTests : IClassFixture<LimitedApp>
{
    private readonly LimitedApp app;

    public ApiKeyLimitTests(LimitedApp app)
    {
        this.app = app;
        // The tests of the class share the server, in no order that may matter.
        app.Clock.Now = StandingClock.Start;
    }

    [Fact, Trait("covers", "C-66")]
    public async Task Two_servers_count_the_requests_of_a_key_together()
    {
        var key = await app.MakeKey(TestTree.School);
        using var here = app.With(key);
        using var there = app.With(key, await app.StartAnother());

        var answers = new List<ApiAnswer>();
        foreach (var server in new[] { here, there, here, there, here })
            answers.Add(await server.Get("~/figures"));
        var refused = await there.Get("~/figures");

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        answers.Select(a => a.Headers["RateLimit-Remaining"]).ShouldBe(["4", "3", "2", "1", "0"]);
        refused.ShouldBe(HttpStatusCode.TooManyRequests, "request.too_many");
        refused.Headers["Retry-After"].ShouldBe("40");
        refused.Headers["RateLimit-Limit"].ShouldBe("5");
        refused.Headers["RateLimit-Remaining"].ShouldBe("0");
        refused.Headers["RateLimit-Reset"].ShouldBe("40");
        refused.Headers["RateLimit-Policy"].ShouldBe("5;w=60");

        app.Clock.Now += TimeSpan.FromSeconds(40);
        (await there.Get("~/figures")).Headers["RateLimit-Remaining"].ShouldBe("4");
        // A server whose clock is behind opens no minute of its own.
        app.Clock.Now -= TimeSpan.FromSeconds(30);
        (await here.Get("~/figures")).Headers["RateLimit-Remaining"].ShouldBe("3");
    }

    [Fact]
    public async Task Requests_at_the_same_moment_are_each_counted()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => system.Get("~/figures")));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(5);
        answers.Count(a => a.Status == HttpStatusCode.TooManyRequests).ShouldBe(25);
    }

    [Fact]
    public async Task One_key_that_asks_too_much_takes_nothing_from_another()
    {
        using var greedy = app.With(await app.MakeKey(TestTree.School));
        using var modest = app.With(await app.MakeKey(TestTree.School));
        for (var i = 0; i < 5; i++)
            await greedy.Get("~/figures");

        (await greedy.Get("~/figures")).Status.ShouldBe(HttpStatusCode.TooManyRequests);
        (await modest.Get("~/figures")).Status.ShouldBe(HttpStatusCode.OK);
        (await (await app.Keeper(TestTree.School)).Get("~/figures")).Headers.Keys.ShouldNotContain("RateLimit-Limit");
    }

    [Fact]
    public async Task A_refusal_of_the_thing_asked_for_tells_the_limits_too()
    {
        using var system = app.With(await app.MakeKey(TestTree.School));

        var refused = await system.Get("~/mentors");

        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Headers["RateLimit-Remaining"].ShouldBe("4");
    }

    [Fact]
    public async Task The_last_use_is_written_once_a_minute()
    {
        var key = await app.MakeKey(TestTree.School);
        using var system = app.With(key);
        var first = app.Clock.Now;
        await system.Get("~/figures");
        app.Clock.Now += TimeSpan.FromSeconds(5);
        await system.Get("~/figures");
        (await LastUse(key)).ShouldBe(first);

        app.Clock.Now += TimeSpan.FromSeconds(60);
        await system.Get("~/figures");
        (await LastUse(key)).ShouldBe(app.Clock.Now);
    }

    private async Task<DateTimeOffset> LastUse(TestKey key) =>
        DateTimeOffset.Parse(
            (string)(await app.Listed(key))["lastUsedAt"]!,
            System.Globalization.CultureInfo.InvariantCulture
        );
}
