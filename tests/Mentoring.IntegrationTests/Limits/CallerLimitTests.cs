using System.Net;
using Mentoring.IntegrationTests.Harness;

namespace Mentoring.IntegrationTests.Limits;

/// <summary>Few requests a minute, refilled one a second.</summary>
public sealed class NarrowApp(TestPostgres postgres) : TestApp(postgres)
{
    public const int PerMinute = 30;

    protected override string[] Limits =>
        [$"--RequestLimits:PerMinute={PerMinute}", "--RequestLimits:PerMinuteOfAddress=100000"];
}

/// <summary>Who is counted, and that inventing cookies gains nothing.</summary>
public sealed class CallerLimitTests(NarrowApp app) : IClassFixture<NarrowApp>
{
    private const int More = 3 * NarrowApp.PerMinute;

    [Fact]
    public async Task Invented_cookies_count_on_the_address_and_sessions_for_themselves()
    {
        using var head = await app.SignIn(
            TestTree.Login("headOfOrganization", TestTree.School),
            TestTree.Password,
            TestTree.School
        );
        using var curator = await app.SignIn(
            TestTree.Login("curator", TestTree.School),
            TestTree.Password,
            TestTree.School
        );

        var invented = new List<HttpStatusCode>();
        for (var i = 0; i < More; i++)
            invented.Add(await AskWithCookie($"invented-{i}"));
        var greedy = new List<ApiAnswer>();
        for (var i = 0; i < More; i++)
            greedy.Add(await head.Get("~"));

        invented.ShouldContain(HttpStatusCode.Unauthorized, "the first ones are answered");
        invented.ShouldContain(HttpStatusCode.TooManyRequests);
        greedy[0].Status.ShouldBe(HttpStatusCode.OK, "the visitors of an address take nothing from who is signed in");
        var refused = greedy.First(a => a.Status == HttpStatusCode.TooManyRequests);
        refused.Code.ShouldBe("request.too_many");
        refused.Headers.Keys.ShouldContain("Retry-After");
        (await curator.Get("~")).Status.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<HttpStatusCode> AskWithCookie(string cookie)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = app.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"mentoring_session={cookie}");
        using var answer = await http.GetAsync("/api/v1/accounts/session");
        return answer.StatusCode;
    }
}
