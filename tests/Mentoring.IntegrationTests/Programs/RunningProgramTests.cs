using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using static Mentoring.IntegrationTests.Programs.WorkingPair;

namespace Mentoring.IntegrationTests.Programs;

public sealed class RunningProgramTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact]
    public async Task Two_who_complete_activities_at_once_do_not_hinder_each_other()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var ids = await ActivityIds(pair, program);

        var answers = await Task.WhenAll(
            Complete(pair.AsMentor, program, ids[0]),
            Complete(pair.AsMentee, program, ids[2]),
            Complete(pair.AsCurator, program, ids[1])
        );

        answers.ShouldAllBe(a => a.Status == HttpStatusCode.OK);
        var progress = (await pair.AsMentee.See($"~/programs/{program}"))["progress"]!;
        ((int)progress["done"]!).ShouldBe(3);
    }

    [Fact]
    public async Task The_same_said_again_is_fine_and_something_else_is_not()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var id = (await ActivityIds(pair, program))[0];

        (await Complete(pair.AsMentor, program, id)).Status.ShouldBe(HttpStatusCode.OK);
        (await Complete(pair.AsMentee, program, id)).Status.ShouldBe(HttpStatusCode.OK);
        (await Complete(pair.AsMentee, program, id, "Иное")).ShouldBe(
            HttpStatusCode.Conflict,
            "program.activity_already_done"
        );
    }

    [Fact]
    public async Task A_mentee_completes_what_is_his()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var ids = await ActivityIds(pair, program);

        (await Complete(pair.AsMentee, program, ids[1])).ShouldBe(HttpStatusCode.Forbidden, "access.forbidden");
        (await Complete(pair.AsMentee, program, Guid.NewGuid())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact, Trait("covers", "S0-74"), Trait("covers", "S0-77")]
    public async Task An_extension_is_proposed_accepted_and_sealed()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var body = new { endsOn = "2026-12-31", reason = "Открытый урок перенесён" };
        var change = await Do(pair.AsMentor, program, "term-changes", body);
        ((string)change["kind"]!).ShouldBe("extension");

        Allowed(await pair.AsMentor.See($"~/programs/{program}")).ShouldNotContain("acceptProgramChange");
        var seen = await pair.AsMentee.See($"~/programs/{program}");
        Allowed(seen).ShouldBe(["acceptProgramChange"]);
        ((string)seen["endsOn"]!).ShouldBe("2026-08-31");
        ((string)seen["changes"]![0]!["state"]!).ShouldBe("proposed");
        await Do(pair.AsMentee, program, $"changes/{change["changeId"]}/acceptance", new { });

        var after = await pair.AsMentor.See($"~/programs/{program}");
        ((string)after["endsOn"]!).ShouldBe("2026-12-31");
        ((int)after["edition"]!).ShouldBe(2);
        ((string)after["changes"]![0]!["state"]!).ShouldBe("inForce");
        ((string)after["changes"]![0]!["endsOnBefore"]!).ShouldBe("2026-08-31");
        var editions = $"SELECT count(*) FROM mentoring.program_edition WHERE program_id = '{program}'";
        (await app.Database.Scalar<long>(editions)).ShouldBe(2);
    }

    [Fact, Trait("covers", "S0-75")]
    public async Task An_amendment_replaces_the_rest_of_the_plan()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var ids = await ActivityIds(pair, program);
        await Complete(pair.AsMentor, program, ids[0]);
        var amendment = new JsonObject
        {
            ["formCodes"] = new JsonArray("teacherTeacher"),
            ["kindCodes"] = new JsonArray("virtual"),
            ["deliveryMode"] = "online",
            ["activities"] = new JsonArray(
                Activity("Онлайн-урок", Ends, "mentee"),
                Activity("Открытый урок, позже", Ends, "mentee", ids[2])
            ),
            ["reason"] = "Другой корпус",
        };
        var change = await Do(pair.AsCurator, program, "amendments", amendment);

        await Do(pair.AsMentor, program, $"changes/{change["changeId"]}/acceptance", new { });
        var still = await pair.AsMentor.See($"~/programs/{program}");
        still["activities"]!.AsArray().Count.ShouldBe(3);
        ((string)still["changes"]![0]!["amendment"]!["activities"]![0]!["title"]!).ShouldBe("Онлайн-урок");
        await Do(pair.AsMentee, program, $"changes/{change["changeId"]}/acceptance", new { });

        var after = await pair.AsMentee.See($"~/programs/{program}");
        after["activities"]!
            .AsArray()
            .Select(a => (string)a!["title"]!)
            .ShouldBe(["Взаимопосещение уроков", "Онлайн-урок", "Открытый урок, позже"]);
        ((Guid)after["activities"]![2]!["id"]!).ShouldBe(ids[2]);
        ((string)after["deliveryMode"]!).ShouldBe("online");
        ((int)after["edition"]!).ShouldBe(2);
        var editions = (await pair.AsMentee.See($"~/programs/{program}/editions"))["items"]!.AsArray();
        editions.Select(e => (int)e!["edition"]!).ShouldBe([2, 1]);
        editions.Select(e => (string)e!["deliveryMode"]!).ShouldBe(["online", "blended"]);
        editions[1]!["activities"]!
            .AsArray()
            .Select(a => (string)a!["title"]!)
            .ShouldBe(["Взаимопосещение уроков", "Показательный урок", "Открытый урок"]);
        ((string)editions[1]!["rationale"]!["goals"]!).ShouldBe("Освоить групповую работу");
    }

    [Fact]
    public async Task Editions_are_read_by_those_who_see_the_program()
    {
        var pair = await WorkingPair.In(app);
        var draft = await pair.Draft();
        (await pair.AsMentor.See($"~/programs/{draft}/editions"))["items"]!.AsArray().ShouldBeEmpty();

        var other = await WorkingPair.In(app);
        (await other.AsMentor.Get($"~/programs/{draft}/editions")).ShouldBe(
            HttpStatusCode.NotFound,
            "resource.not_found"
        );
    }

    [Fact, Trait("covers", "S0-70")]
    public async Task The_program_ends_as_its_pair_does()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var version = (long)(await pair.AsCurator.See($"~/pairs/{pair.Id}"))["version"]!;
        var closing = new
        {
            ground = "byMentor",
            explanation = "Переезд",
            closedOn = app.Today,
        };
        await pair.AsCurator.Do($"~/pairs/{pair.Id}/closing", closing, version);

        await app.DoWork();

        var card = await pair.AsMentee.See($"~/programs/{program}");
        ((string)card["state"]!).ShouldBe("endedByMentor");
        ((string)card["ending"]!["endedOn"]!).ShouldBe("2026-04-15");
        card["ending"]!["explanation"].ShouldBeNull();
        var audit =
            $"SELECT operation FROM mentoring.audit_entry WHERE subject_id = '{program}' ORDER BY id DESC LIMIT 1";
        (await app.Database.Scalar<string>(audit)).ShouldBeOneOf("pair.closed", "organization.changed");
    }

    [Fact]
    public async Task A_program_of_later_starts_on_its_first_day()
    {
        var pair = await WorkingPair.In(app);
        var starts = app.Today.AddDays(10);
        var program = await pair.Draft(pair.Text(starts, starts.AddMonths(6)));
        await pair.Agree(program);
        ((string)(await pair.Approve(program, app.Today))["state"]!).ShouldBe("approved");

        var due = await app.Database.Scalar<DateTime>(
            $"SELECT due_at FROM mentoring.work_item WHERE key = '{program}' AND kind = 'program.startsToday'"
        );
        var shown = new DateTimeOffset(due, TimeSpan.Zero) + app.Calendar.Shift;
        var midnight = new DateTimeOffset(starts.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(3));
        (shown - midnight).Duration().ShouldBeLessThan(TimeSpan.FromSeconds(1));

        await app.DoWork();
        (await StateOf(pair, program)).ShouldBe("approved");
        app.Calendar.Shift += TimeSpan.FromDays(10);
        try
        {
            await app.Database.Execute($"UPDATE mentoring.work_item SET due_at = now() WHERE key = '{program}'");
            await app.DoWork();
            (await StateOf(pair, program)).ShouldBe("active");
        }
        finally
        {
            app.Calendar.Shift -= TimeSpan.FromDays(10);
        }
    }

    [Fact]
    public async Task A_program_waits_for_the_legal_gate_of_its_pair()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Draft();
        await pair.Agree(program);
        var consent = $"UPDATE mentoring.personal_data_consent SET {{0}} WHERE person_id = '{pair.Mentee.PersonId}'";
        await app.Database.Execute(string.Format(null, consent, $"withdrawn_on = '{app.Today:yyyy-MM-dd}'"));
        ((string)(await pair.Approve(program, app.Today))["state"]!).ShouldBe("approved");

        await app.Database.Execute(string.Format(null, consent, "withdrawn_on = NULL"));
        await app.In(TestTree.School, db => db.Enqueue("organization.changed", ""));
        await app.DoWork();

        (await StateOf(pair, program)).ShouldBe("active");
    }

    private Task<ApiAnswer> Complete(ApiClient client, Guid program, Guid activity, string result = "Сделано") =>
        client.Post($"~/programs/{program}/activities/{activity}/completion", new { completedOn = app.Today, result });

    private static async Task<Guid[]> ActivityIds(WorkingPair pair, Guid program) =>
        [.. (await pair.AsCurator.See($"~/programs/{program}"))["activities"]!.AsArray().Select(a => (Guid)a!["id"]!)];

    private static async Task<string> StateOf(WorkingPair pair, Guid program) =>
        (string)(await pair.AsCurator.See($"~/programs/{program}"))["state"]!;
}
