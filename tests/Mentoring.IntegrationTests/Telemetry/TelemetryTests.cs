using System.Net;
using Mentoring.IntegrationTests.Failure;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.People;

namespace Mentoring.IntegrationTests.Telemetry;

/// <summary>What leaves a server for a collector tells of operations and never of people, not even when something breaks.</summary>
public sealed class TelemetryTests(TestApp app) : IClassFixture<TestApp>
{
    private const string Family = "Неразглашаева";
    private const string Searched = "Неразглаш";

    [Fact]
    public async Task Traces_and_measures_tell_of_operations_and_of_nobody()
    {
        using var collector = new Collector();
        using var server = await ServerProcess.Start(
            app.Database.Setup.Logins,
            ServerProcess.FreePort(),
            environment: collector.Environment
        );
        using var curator = new ApiClient(server.Address, TestTree.School);
        var login = TestTree.Login("curator", TestTree.School);
        await curator.SignIn(login, TestTree.Password);

        await curator.Do("~/mentors", Entering.Mentor(Entering.Person("1971-03-09", Family)));
        await curator.See($"~/mentors?q={Uri.EscapeDataString(Searched)}");
        await BreakThePeople();
        (await curator.Post("~/mentors", Entering.Mentor(Entering.Person("1972-04-08", Family)))).Status.ShouldBe(
            HttpStatusCode.InternalServerError
        );

        foreach (var told in new[] { "listMentors", "addMentor", "/mentors", "INSERT INTO mentoring.person", "failed" })
            await collector.UntilTraced(told);
        foreach (var told in new[] { "http.server.request.duration", "mentoring.use_case.duration", "db.client" })
            await collector.UntilMeasured(told);
        collector.Holds(TestTree.School.ToString()).ShouldBeTrue("the tenant is told: an organization is nobody");
        string[] secrets =
        [
            Family,
            "Олеговна",
            "1971-03-09",
            "1972-04-08",
            Searched,
            Uri.EscapeDataString(Searched),
            // Two letters alone would be met by chance: ids of spans are random bytes.
            "mentors?q=",
            login,
            TestTree.Password,
            "учитель физики",
            "mentoring_session",
        ];
        secrets.Where(collector.Holds).ShouldBeEmpty();
    }

    /// <summary>From now on PostgreSQL complains about a person in words that name them, as some of its errors do.</summary>
    private Task BreakThePeople() =>
        app.Database.Execute(
            """
            CREATE FUNCTION public.complain() RETURNS trigger LANGUAGE plpgsql AS
              $$ BEGIN RAISE EXCEPTION 'this row is wrong: %', NEW; END $$;
            GRANT USAGE ON SCHEMA public TO PUBLIC;
            CREATE TRIGGER complain BEFORE INSERT ON mentoring.person FOR EACH ROW EXECUTE FUNCTION public.complain();
            """
        );
}
