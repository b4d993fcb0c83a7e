using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;

namespace Mentoring.IntegrationTests.Accounts;

/// <summary>Many try one invitation at the same moment.</summary>
public sealed class InvitationRaceTests(PairsApp app) : IClassFixture<PairsApp>
{
    private const int AtOnce = 10;

    [Fact]
    public async Task Each_wrong_code_counts_however_many_come_at_once()
    {
        var (login, _) = await Invite();

        var answers = await AtTheSameTime(_ => Accept(login, "2222-2222-2222"));

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.Unauthorized || a.Status == HttpStatusCode.TooManyRequests);
        var tried = answers.Count(a => a.Code == "account.wrong_code");
        tried.ShouldBeGreaterThan(1);
        (await Failures(login)).ShouldBe(tried);
    }

    [Fact]
    public async Task The_right_code_works_once_however_many_have_it()
    {
        var (login, code) = await Invite();

        var answers = await AtTheSameTime(_ => Accept(login, code));

        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK || (int)a.Status == 401 || (int)a.Status == 429);
    }

    [Fact]
    public async Task A_weak_password_costs_no_try()
    {
        var (login, code) = await Invite();

        for (var n = 0; n < AtOnce + 1; n++)
            (await Accept(login, code, $"{login} and more")).ShouldBe(
                HttpStatusCode.BadRequest,
                "account.password_too_weak"
            );

        (await Failures(login)).ShouldBe(0);
        (await Accept(login, code)).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Login, string Code)> Invite()
    {
        var mentor = await app.AddMentor();
        var sheet = await (await app.Curator).Do("~/accounts/invitations", new { personId = mentor.PersonId });
        return ((string)sheet["login"]!, (string)sheet["code"]!);
    }

    private async Task<ApiAnswer> Accept(string login, string code, string newPassword = "a long new password")
    {
        using var nobody = app.Nobody();
        return await nobody.Post(
            "/api/v1/accounts/invitations/accept",
            new
            {
                login,
                code,
                newPassword,
            }
        );
    }

    private static Task<ApiAnswer[]> AtTheSameTime(Func<int, Task<ApiAnswer>> ask) =>
        Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Task.Run(() => ask(n))));

    private Task<int> Failures(string login) =>
        app.Database.Scalar<int>(
            $"""
            SELECT i.failures FROM accounts.invitation i JOIN accounts.account a ON a.id = i.account_id
            WHERE a.user_name = '{login}' AND i.used_at IS NULL
            """
        );
}
