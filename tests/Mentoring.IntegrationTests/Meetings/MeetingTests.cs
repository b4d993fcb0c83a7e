using System.Net;
using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Meetings;

public sealed class MeetingTests(PairsApp app) : IClassFixture<PairsApp>
{
    [Fact, Trait("covers", "S0-90"), Trait("covers", "S4-23")]
    public async Task The_chain_of_meetings_from_the_first_to_the_final_one()
    {
        var pair = await WorkingPair.In(app);
        foreach (var type in new[] { "introductory", "trial", "planning" })
        {
            (await Next(pair)).ShouldBe(type);
            (await Log(pair.AsMentor, pair, type)).Status.ShouldBe(HttpStatusCode.Created);
        }
        (await Log(pair.AsMentor, pair, "regular")).ShouldBe(HttpStatusCode.Conflict, "meeting.needs_program");

        var program = await pair.Running(app.Today);
        (await Next(pair)).ShouldBe("regular");
        (await Log(pair.AsMentee, pair, "regular")).Status.ShouldBe(HttpStatusCode.Created);
        (await Log(pair.AsCurator, pair, "final")).Status.ShouldBe(HttpStatusCode.Created);
        (await Next(pair)).ShouldBeNull();

        var card = await pair.AsMentee.See($"~/programs/{program}");
        card["meetings"]!.AsArray().Count.ShouldBe(5);
        card["nextMeeting"]!["type"].ShouldBeNull();
        var items = (await pair.AsMentor.See($"~/meetings?pairId={pair.Id}&sort=-heldOn"))["items"]!.AsArray();
        items.Select(m => (string)m!["loggedAs"]!).Distinct().ShouldBe(["mentor", "mentee", "curator"], true);
        ((string)items[0]!["menteeName"]!).ShouldStartWith("Нестругин Матвей");
    }

    [Fact]
    public async Task The_day_on_which_the_last_meeting_agreed_is_remembered()
    {
        var pair = await WorkingPair.In(app);
        var nextOn = app.Today.AddDays(14);
        await pair.AsMentor.Do("~/meetings", Body(pair, "introductory", app.Today, nextOn));

        var next = (await pair.AsMentee.See($"~/meetings?pairId={pair.Id}"))["nextMeeting"]!;
        ((string)next["type"]!).ShouldBe("trial");
        ((string)next["on"]!).ShouldBe("2026-04-29");
    }

    [Fact]
    public async Task Dates_are_held_against_today_and_the_pair()
    {
        var pair = await WorkingPair.In(app);

        (await Log(pair.AsMentor, pair, "trial", app.Today.AddDays(1))).ShouldBe(
            HttpStatusCode.BadRequest,
            "meeting.in_future"
        );
        (await Log(pair.AsMentor, pair, "trial", WorkingPair.Since.AddDays(-1))).ShouldBe(
            HttpStatusCode.BadRequest,
            "meeting.before_pair"
        );
        var late = await pair.AsMentor.Post("~/meetings", Body(pair, "trial", app.Today, app.Today.AddDays(-1)));
        late.ShouldBe(HttpStatusCode.BadRequest, "meeting.next_before_held");
        ((string)late.Json["errors"]![0]!["pointer"]!).ShouldBe("/nextOn");
        var long_ = Body(pair, "trial", app.Today);
        long_["minutes"] = 481;
        (await pair.AsMentor.Post("~/meetings", long_)).ShouldBe(HttpStatusCode.BadRequest, "request.invalid");
    }

    [Fact]
    public async Task A_closed_gate_stops_the_log_and_says_what_is_missing()
    {
        var pair = await WorkingPair.In(app);
        await app.Database.Execute(
            $"UPDATE mentoring.personal_data_consent SET withdrawn_on = '{app.Today:yyyy-MM-dd}' WHERE person_id = '{pair.Mentee.PersonId}'"
        );

        var answer = await Log(pair.AsMentor, pair, "introductory");

        answer.ShouldBe(HttpStatusCode.Conflict, "meeting.gate_closed");
        answer.Json["params"]!["missing"]!.AsArray().Select(m => (string)m!).ShouldBe(["personalDataConsentWithdrawn"]);
    }

    [Fact]
    public async Task A_pair_that_does_not_work_yet_holds_no_meetings()
    {
        var (mentor, mentee) = (await app.AddMentor(), await app.AddMentee());
        var proposed = await (await app.Curator).Do("~/pairs", PairsApp.Proposal(mentor, mentee));
        var asMentor = await app.Be("mentor", mentor.PersonId);

        (await asMentor.Post("~/meetings", Body((Guid)proposed["id"]!, "introductory", app.Today))).ShouldBe(
            HttpStatusCode.Conflict,
            "meeting.pair_not_active"
        );
    }

    [Fact]
    public async Task Meetings_of_others_are_not_there()
    {
        var pair = await WorkingPair.In(app);
        await Log(pair.AsMentor, pair, "introductory");
        var stranger = await WorkingPair.In(app);

        (await Log(stranger.AsMentor, pair, "trial")).ShouldBe(HttpStatusCode.NotFound, "resource.not_found");
        var seen = await stranger.AsMentee.See($"~/meetings?pairId={pair.Id}");
        seen["items"]!.AsArray().ShouldBeEmpty();
        seen["nextMeeting"].ShouldBeNull();
        (await stranger.AsHead.See($"~/meetings?pairId={pair.Id}"))["items"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task Only_the_author_corrects_an_entry_and_only_for_some_days()
    {
        var pair = await WorkingPair.In(app);
        var meeting = (Guid)(await Log(pair.AsMentor, pair, "introductory")).Json["id"]!;
        var right = Body(pair, "trial", WorkingPair.Since);
        right.Remove("pairId");

        (await pair.AsMentee.Put($"~/meetings/{meeting}", right, 1)).ShouldBe(
            HttpStatusCode.Forbidden,
            "access.forbidden"
        );
        (await pair.AsMentor.Put($"~/meetings/{meeting}", right, 2)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
        (await pair.AsMentor.Put($"~/meetings/{meeting}", right, 1)).Status.ShouldBe(HttpStatusCode.OK);
        var item = (await pair.AsMentor.See($"~/meetings?pairId={pair.Id}"))["items"]![0]!;
        ((string)item["type"]!).ShouldBe("trial");
        ((string)item["heldOn"]!).ShouldBe("2026-01-12");
        WorkingPair.Allowed(item).ShouldBe(["correctMeeting", "strikeOutMeeting"]);

        await app.Database.Execute($"UPDATE mentoring.meeting SET logged_on = logged_on - 8 WHERE id = '{meeting}'");
        (await pair.AsMentor.Put($"~/meetings/{meeting}", right, 2)).ShouldBe(
            HttpStatusCode.Conflict,
            "meeting.correction_over"
        );
    }

    [Fact]
    public async Task A_meeting_that_the_other_one_has_logged_already_is_asked_about()
    {
        var pair = await WorkingPair.In(app);
        await pair.AsMentor.Do("~/meetings", Body(pair, "introductory", app.Today));
        var again = Body(pair, "trial", app.Today);

        var asked = await pair.AsMentee.Post("~/meetings", again);

        asked.ShouldBe(HttpStatusCode.Conflict, "meeting.same_day");
        ((bool)asked.Json["confirmable"]!).ShouldBeTrue();
        ((int)asked.Json["params"]!["minutes"]!).ShouldBe(45);
        again["confirmed"] = new JsonArray("meeting.same_day");
        await pair.AsMentee.Do("~/meetings", again);
        // Moving an entry to a day that has one asks too.
        var other = await pair.AsMentor.Do("~/meetings", Body(pair, "planning", app.Today.AddDays(-1)));
        var moved = Body(pair, "planning", app.Today);
        moved.Remove("pairId");
        (await pair.AsMentor.Put($"~/meetings/{other["id"]}", moved, 1)).ShouldBe(
            HttpStatusCode.Conflict,
            "meeting.same_day"
        );
        // What cannot be at all is said first: nobody confirms what is refused afterwards.
        moved["nextOn"] = app.Today.AddDays(-2).ToString("O");
        (await pair.AsMentor.Put($"~/meetings/{other["id"]}", moved, 1)).ShouldBe(
            HttpStatusCode.BadRequest,
            "meeting.next_before_held"
        );
        moved.Remove("nextOn");
        moved["heldOn"] = app.Today.AddDays(-1).ToString("O");
        (await pair.AsMentor.Put($"~/meetings/{other["id"]}", moved, 1)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_entry_is_struck_out_by_its_author_or_the_curator_and_counts_no_more()
    {
        var pair = await WorkingPair.In(app);
        var first = await pair.AsMentor.Do("~/meetings", Body(pair, "introductory", app.Today));
        var address = $"~/meetings/{first["id"]}/striking-out";
        var reason = new { reason = "Записана дважды" };

        (await pair.AsMentee.Post(address, reason, version: 1)).ShouldBe(HttpStatusCode.Forbidden, "access.forbidden");
        (await pair.AsMentor.Post(address, new { reason = " " }, version: 1)).ShouldBe(
            HttpStatusCode.BadRequest,
            "request.invalid"
        );
        (await pair.AsMentor.Post(address, reason, version: 2)).ShouldBe(
            HttpStatusCode.PreconditionFailed,
            "version.stale"
        );
        await pair.AsMentor.Do(address, reason, version: 1);

        (await pair.AsMentee.See($"~/meetings?pairId={pair.Id}"))["items"]!.AsArray().ShouldBeEmpty();
        (await Next(pair)).ShouldBe("introductory");
        // It is no other meeting of that day, and no reason to ask.
        var second = await pair.AsMentee.Do("~/meetings", Body(pair, "introductory", app.Today));
        await pair.AsCurator.Do($"~/meetings/{second["id"]}/striking-out", reason, version: 1);
        (
            await app.Database.Scalar<string[]>(
                $"SELECT array_agg(DISTINCT struck_out_reason) FROM mentoring.meeting WHERE pair_id = '{pair.Id}'"
            )
        ).ShouldBe(["Записана дважды"]);
    }

    [Fact]
    public async Task A_pair_is_not_closed_before_it_last_met_unless_somebody_means_it()
    {
        var pair = await WorkingPair.In(app);
        await pair.AsMentor.Do("~/meetings", Body(pair, "introductory", app.Today.AddDays(-3)));
        await pair.AsMentor.Do("~/meetings", Body(pair, "trial", app.Today.AddDays(-1)));
        var version = (long)(await pair.AsCurator.See($"~/pairs/{pair.Id}"))["version"]!;
        var body = new Dictionary<string, object>
        {
            ["ground"] = "mutual",
            ["closedOn"] = app.Today.AddDays(-3).ToString("O"),
            ["explanation"] = "Наставник уезжает",
        };

        var asked = await pair.AsCurator.Post($"~/pairs/{pair.Id}/closing", body, version: version);

        asked.ShouldBe(HttpStatusCode.Conflict, "pair.worked_afterwards");
        ((int)asked.Json["params"]!["count"]!).ShouldBe(1);
        ((string)asked.Json["params"]!["last"]!).ShouldBe(app.Today.AddDays(-1).ToString("O"));
        body["confirmed"] = new[] { "pair.worked_afterwards" };
        await pair.AsCurator.Do($"~/pairs/{pair.Id}/closing", body, version: version);
    }

    [Fact]
    public async Task A_meeting_sent_twice_is_one()
    {
        var pair = await WorkingPair.In(app);
        var (key, body) = (Guid.NewGuid(), Body(pair, "introductory", app.Today));
        var both = await Task.WhenAll(
            pair.AsMentor.Post("~/meetings", body, key),
            pair.AsMentor.Post("~/meetings", body, key)
        );

        both.ShouldAllBe(a => a.Status == HttpStatusCode.Created);
        both[0].Text.ShouldBe(both[1].Text);
        ((int)(await pair.AsMentor.See($"~/meetings?pairId={pair.Id}"))["total"]!).ShouldBe(1);
    }

    [Fact, Trait("covers", "S0-24")]
    public async Task Mentoring_of_one_meeting_needs_no_program_and_has_no_second_one()
    {
        var pair = await WorkingPair.In(app, kind: "speed");

        (await Next(pair)).ShouldBe("regular");
        (await Log(pair.AsMentor, pair, "regular")).Status.ShouldBe(HttpStatusCode.Created);
        (await Next(pair)).ShouldBeNull();
        (await Log(pair.AsMentor, pair, "regular")).ShouldBe(HttpStatusCode.Conflict, "meeting.single_only");
    }

    /// <summary>A chain of meetings is held in one day here: each further one is meant.</summary>
    private Task<ApiAnswer> Log(ApiClient client, WorkingPair pair, string type, DateOnly? on = null)
    {
        var body = Body(pair, type, on ?? app.Today);
        body["confirmed"] = new JsonArray("meeting.same_day");
        return client.Post("~/meetings", body);
    }

    private static async Task<string?> Next(WorkingPair pair) =>
        (string?)(await pair.AsMentor.See($"~/meetings?pairId={pair.Id}"))["nextMeeting"]!["type"];

    private static JsonObject Body(WorkingPair pair, string type, DateOnly on, DateOnly? nextOn = null) =>
        Body(pair.Id, type, on, nextOn);

    private static JsonObject Body(Guid pairId, string type, DateOnly on, DateOnly? nextOn = null) =>
        new()
        {
            ["pairId"] = pairId,
            ["type"] = type,
            ["heldOn"] = on.ToString("O"),
            ["minutes"] = 45,
            ["mode"] = "inPerson",
            ["outcome"] = "Договорились о целях",
            ["nextOn"] = nextOn?.ToString("O"),
        };
}
