using System.Net;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;
using Mentoring.IntegrationTests.Work;
using Mentoring.Platform.Platform.Work;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.IntegrationTests.Logging;

/// <summary>What the server writes down while people are entered, refused and looked for, and while work fails.</summary>
public sealed class LogTests(LoggedApp app) : IClassFixture<LoggedApp>
{
    private const string Family = "Незаписаева";

    [Fact]
    public async Task Logs_name_nobody()
    {
        await NamesNobody(app);
        app.Logs.Text.ShouldContain("test.poison", customMessage: "nothing was logged: the test sees nothing");
    }

    /// <summary>Does what leaves traces, and looks for names in them.</summary>
    internal static async Task NamesNobody(TestApp app)
    {
        var curator = await app.As("curator", TestTree.School);
        var added = await curator.Do("~/mentors", Entering.Mentor(Entering.Person(family: Family)));
        (await curator.Post("~/mentees", Entering.Mentee(Entering.Person(family: Family)))).Status.ShouldBe(
            HttpStatusCode.Conflict
        );
        (await curator.Post("~/mentors", "{\"person\": {\"familyName\": \"" + Family)).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );
        await curator.See($"~/people?q={Uri.EscapeDataString(Family)}");
        await curator.See($"~/mentors/{added["id"]}");
        await app.In(TestTree.School, db => db.Enqueue(PoisonApp.Kind, "logged"));
        await app.DoWork();

        app.Logs.Text.ShouldNotContain(Family);
        app.Logs.Text.ShouldNotContain("Пробный");
    }
}

/// <summary>With a kind of work that fails and says a name when it does.</summary>
public sealed class LoggedApp(TestPostgres postgres) : TestApp(postgres)
{
    protected override void Configure(IServiceCollection services) =>
        services.AddScoped<IWorkHandler, PoisonApp.Poison>();
}
