using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.Platform.Features.Accounts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Accounts;

/// <summary>Hashing takes as long as the test says; one at once, and two may wait.</summary>
public sealed class SlowHashingApp(TestPostgres postgres) : TestApp(postgres)
{
    public const int Waiting = 2;

    internal StoppedHasher Hasher { get; } = new();

    protected override void Configure(IServiceCollection services)
    {
        services.AddSingleton(new HashingTurns(atOnce: 1, Waiting));
        services.AddSingleton<IPasswordHasher<Account>>(Hasher);
    }
}

/// <summary>Whoever signs in takes nothing from those who work, and is told when too many do.</summary>
public sealed class HashingTurnsTests(SlowHashingApp app) : IClassFixture<SlowHashingApp>
{
    private const int Crowd = 8;

    [Fact]
    public async Task A_crowd_that_signs_in_leaves_the_others_their_server()
    {
        var curator = await app.As("curator", TestTree.School);
        Task<ApiAnswer>[] crowd;
        using (app.Hasher.Stop())
        {
            crowd =
            [
                .. Enumerable.Range(0, Crowd / 2).Select(_ => SignIn(TestTree.Login("mentor", TestTree.School))),
                .. Enumerable.Range(0, Crowd / 2).Select(n => SignIn($"nobody{n}")),
            ];
            while (crowd.Count(c => c.IsCompleted) < Crowd - 1 - SlowHashingApp.Waiting)
                await Task.WhenAny(crowd.Where(c => !c.IsCompleted));
            foreach (var answer in crowd.Where(c => c.IsCompleted))
            {
                (await answer).ShouldBe(HttpStatusCode.ServiceUnavailable, "server.overloaded");
                (await answer).Headers.Keys.ShouldContain("Retry-After");
            }

            (await curator.Get("~/mentors")).Status.ShouldBe(HttpStatusCode.OK);
            var change = new { currentPassword = TestTree.Password, newPassword = "another long password" };
            (await curator.Post("/api/v1/accounts/password", change)).ShouldBe(
                HttpStatusCode.ServiceUnavailable,
                "server.overloaded"
            );
            app.Hasher.AtOnce.ShouldBe(1);
        }

        var answers = await Task.WhenAll(crowd);
        answers.Count(a => a.Code == "server.overloaded").ShouldBe(Crowd - 1 - SlowHashingApp.Waiting);
        answers
            .Where(a => a.Code != "server.overloaded")
            .ShouldAllBe(a => a.Status == HttpStatusCode.OK || a.Code == "account.wrong_credentials");
        app.Hasher.MostAtOnce.ShouldBe(1);
    }

    private async Task<ApiAnswer> SignIn(string login)
    {
        using var nobody = app.Nobody();
        return await nobody.Post("/api/v1/accounts/sign-in", new { login, password = TestTree.Password });
    }
}

/// <summary>A hasher that can be stopped in the middle of its work.</summary>
internal sealed class StoppedHasher : IPasswordHasher<Account>, IDisposable
{
    private readonly PasswordHasher<Account> real = new();
    private readonly ManualResetEventSlim runs = new(initialState: true);
    private int atOnce;

    public int AtOnce => atOnce;

    public int MostAtOnce { get; private set; }

    public IDisposable Stop()
    {
        runs.Reset();
        return new Stopped(runs);
    }

    public string HashPassword(Account user, string password) => Count(() => real.HashPassword(user, password));

    public PasswordVerificationResult VerifyHashedPassword(
        Account user,
        string hashedPassword,
        string providedPassword
    ) => Count(() => real.VerifyHashedPassword(user, hashedPassword, providedPassword));

    public void Dispose() => runs.Dispose();

    private T Count<T>(Func<T> work)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref atOnce));
        runs.Wait();
        var result = work();
        Interlocked.Decrement(ref atOnce);
        return result;
    }

    private sealed class Stopped(ManualResetEventSlim runs) : IDisposable
    {
        public void Dispose() => runs.Set();
    }
}
