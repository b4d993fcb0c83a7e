using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Board;

/// <summary>Silence, meetings that nobody has logged, and the next one.</summary>
public sealed class MeetingsOnBoardTests(PairsApp app) : IClassFixture<PairsApp>
{
    private const string Title = "Звонарёва Т.П. – Нестругин М.П.";

    [Fact, Trait("covers", "C-33")]
    public async Task A_silent_pair_is_an_alarm_until_it_meets_and_again_after_so_many_days()
    {
        var pair = await WorkingPair.In(app);
        var silent = await SeenBoard.By(pair.AsCurator);
        silent.Find("silentPairs", pair.Id).ShouldBe(new SeenEntry(Title, null, "2026-01-12", "pair", ""));
        silent.Severity("silentPairs").ShouldBe("overdue");
        (await SeenBoard.By(pair.AsMentor)).Find("silentPairs", pair.Id).ShouldNotBeNull();
        (await SeenBoard.By(pair.AsHead)).Kinds.ShouldNotContain("silentPairs");

        await Log(pair, "introductory", app.Today.AddDays(-21));
        (await SeenBoard.By(pair.AsCurator)).Find("silentPairs", pair.Id).ShouldBeNull("21 days are not over");
        await Set("pairSilentAfterDays", 20);

        (await SeenBoard.By(pair.AsCurator)).Find("silentPairs", pair.Id)!.Date.ShouldBe("2026-03-25");
        await Log(pair, "trial", app.Today);
        (await SeenBoard.By(pair.AsCurator)).Find("silentPairs", pair.Id).ShouldBeNull();
    }

    [Fact]
    public async Task The_agreed_day_is_shown_before_and_asked_for_after()
    {
        var pair = await WorkingPair.In(app);
        await Log(pair, "introductory", app.Today, app.Today.AddDays(7));

        foreach (var client in new[] { pair.AsMentor, pair.AsMentee })
        {
            var board = await SeenBoard.By(client);
            board
                .Find("nextMeetings", pair.Id)
                .ShouldBe(new SeenEntry(Title, null, "2026-04-22", "pair", "meetingType.trial"));
            board.Severities[^1].ShouldBe("info");
        }
        (await SeenBoard.By(pair.AsCurator)).Kinds.ShouldNotContain("nextMeetings");

        app.Calendar.Shift += TimeSpan.FromDays(8);
        var after = await SeenBoard.By(pair.AsMentor);
        var curator = await SeenBoard.By(pair.AsCurator);
        await Log(pair, "trial", app.Today);
        var logged = await SeenBoard.By(pair.AsMentor);
        app.Calendar.Shift -= TimeSpan.FromDays(8);
        after.Find("nextMeetings", pair.Id).ShouldBeNull();
        after.Find("meetingsNotLogged", pair.Id).ShouldBe(new SeenEntry(Title, null, "2026-04-22", "pair", ""));
        curator.Kinds.ShouldNotContain("meetingsNotLogged");
        logged.Find("meetingsNotLogged", pair.Id).ShouldBeNull();
    }

    [Fact]
    public async Task Where_one_meeting_is_all_there_is_its_pair_is_not_silent_and_needs_no_program()
    {
        var kind = await app.Database.Scalar<string>("SELECT code FROM mentoring.mentoring_kind WHERE single_meeting");
        var pair = await WorkingPair.In(app, kind!);
        var before = await SeenBoard.By(pair.AsMentor);
        before.Find("silentPairs", pair.Id).ShouldNotBeNull();
        before.Kinds.ShouldNotContain("pairsWithoutProgram");

        await Log(pair, "regular", app.Today.AddDays(-60));

        (await SeenBoard.By(pair.AsMentor)).Kinds.ShouldBeEmpty();
    }

    private static Task<JsonNode> Log(WorkingPair pair, string type, DateOnly heldOn, DateOnly? nextOn = null) =>
        pair.AsMentor.Do(
            "~/meetings",
            new
            {
                pairId = pair.Id,
                type,
                heldOn,
                minutes = 40,
                mode = "inPerson",
                outcome = "Обсудили план",
                nextOn,
                confirmed = new[] { "meeting.same_day" },
            }
        );

    private async Task Set(string key, int value) =>
        (await (await app.Curator).Put($"~/reference/settings/{key}", new { value }, version: 0)).Status.ShouldBe(
            System.Net.HttpStatusCode.OK
        );
}
