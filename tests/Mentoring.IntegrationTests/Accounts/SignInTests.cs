using System.Net;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Accounts;

public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task The_session_says_where_one_is_a_member_and_what_one_may_do()
    {
        using var client = await app.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);

        var session = await client.See("/api/v1/accounts/session");

        var membership = session["memberships"]!.AsArray().ShouldHaveSingleItem()!;
        ((Guid)membership["tenantId"]!).ShouldBe(TestTree.School);
        ((string)membership["tenantKind"]!).ShouldBe("organization");
        ((string)membership["today"]!).ShouldBe("2026-04-15");
        membership["roles"]!.AsArray().Select(r => (string)r!).ShouldBe(["curator"]);
        membership["permissions"]!.AsArray().Select(p => (string)p!).ShouldContain("accounts.invite");
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_login_look_the_same()
    {
        using var nobody = app.Nobody();
        var login = TestTree.Login("headOfOrganization", TestTree.School);

        var wrong = await nobody.Post("/api/v1/accounts/sign-in", new { login, password = "not this one" });
        var unknown = await nobody.Post(
            "/api/v1/accounts/sign-in",
            new { login = "nobody", password = "not this one" }
        );

        wrong.ShouldBe(HttpStatusCode.Unauthorized, "account.wrong_credentials");
        unknown.ShouldBe(HttpStatusCode.Unauthorized, "account.wrong_credentials");
        Without(wrong.Text).ShouldBe(Without(unknown.Text));
        static string Without(string text) => text[..text.IndexOf("traceId", StringComparison.Ordinal)];
    }

    [Fact]
    public async Task Wrong_tries_make_the_next_one_wait_and_nobody_else()
    {
        using var nobody = app.Nobody();
        var login = TestTree.Login("recordsClerk", TestTree.School);
        for (var i = 0; i < 5; i++)
            await nobody.Post("/api/v1/accounts/sign-in", new { login, password = "not this one" });

        var answer = await nobody.Post("/api/v1/accounts/sign-in", new { login, password = TestTree.Password });

        answer.ShouldBe(HttpStatusCode.TooManyRequests, "account.wait");
        answer.Headers.Keys.ShouldContain("Retry-After");
        (await app.As("curator", TestTree.School)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_at_once()
    {
        using var client = await app.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);

        (await client.Post("/api/v1/accounts/sign-out")).Status.ShouldBe(HttpStatusCode.NoContent);

        (await client.Get("/api/v1/accounts/session")).ShouldBe(HttpStatusCode.Unauthorized, "session.required");
    }

    [Fact]
    [Trait("covers", "C-64")]
    public async Task A_role_taken_away_elsewhere_is_gone_within_a_second()
    {
        var login = TestTree.Login("mentor", TestTree.CousinSchool);
        using var client = await app.SignIn(login, TestTree.Password, TestTree.CousinSchool);
        (await client.Get("~")).Status.ShouldBe(HttpStatusCode.OK);

        await app.Database.Execute(
            $"""
            DELETE FROM accounts.membership m USING accounts.account a
            WHERE a.id = m.account_id AND a.user_name = '{login}'
            """
        );
        await Task.Delay(TimeSpan.FromSeconds(1));

        (await client.Get("~")).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
    }

    [Fact]
    public async Task A_write_without_the_antiforgery_token_is_refused()
    {
        using var client = await app.SignIn(TestTree.Login("curator", TestTree.School), TestTree.Password);
        client.Forget();

        (await client.Post("/api/v1/accounts/sign-out")).ShouldBe(HttpStatusCode.BadRequest, "request.antiforgery");
    }

    [Fact]
    public async Task A_new_password_ends_all_other_sessions()
    {
        var login = TestTree.Login("deputyForUpbringing", TestTree.School);
        using var here = await app.SignIn(login, TestTree.Password);
        using var elsewhere = await app.SignIn(login, TestTree.Password);

        var body = new { currentPassword = TestTree.Password, newPassword = "another long password" };
        (await here.Post("/api/v1/accounts/password", body)).Status.ShouldBe(HttpStatusCode.NoContent);

        (await here.Get("/api/v1/accounts/session")).Status.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Get("/api/v1/accounts/session")).Status.ShouldBe(HttpStatusCode.Unauthorized);
        using var again = await app.SignIn(login, "another long password");
    }

    [Fact]
    public async Task The_cookie_is_for_the_server_alone_and_nothing_is_cached()
    {
        using var nobody = app.Nobody();
        var body = new { login = TestTree.Login("curator", TestTree.School), password = TestTree.Password };

        var answer = await nobody.Post("/api/v1/accounts/sign-in", body);

        answer.Headers["Set-Cookie"].ShouldContain("httponly");
        answer.Headers["Set-Cookie"].ShouldContain("samesite=strict");
        answer.Headers["Cache-Control"].ShouldContain("no-store");
    }
}
