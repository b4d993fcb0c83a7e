using System.Text.Json.Nodes;
using Mentoring.IntegrationTests.Harness;
using Mentoring.IntegrationTests.Pairs;
using Mentoring.IntegrationTests.Programs;

namespace Mentoring.IntegrationTests.Board;

/// <summary>A program's way from nothing to its end, as each who has to do with it is asked for his part.</summary>
public sealed class ProgramsOnBoardTests(PairsApp app) : IClassFixture<PairsApp>
{
    private const string Title = "Звонарёва Т.П. – Нестругин М.П.";

    [Fact]
    public async Task A_pair_without_a_program_gets_one_finished_agreed_and_approved()
    {
        var pair = await WorkingPair.In(app);
        var without = new SeenEntry(Title, null, "2026-01-12", "pair", "");
        (await Find(pair.AsMentor, "pairsWithoutProgram", pair.Id)).ShouldBe(without);
        (await Find(pair.AsCurator, "pairsWithoutProgram", pair.Id)).ShouldBe(without);
        (await Find(pair.AsMentee, "pairsWithoutProgram", pair.Id)).ShouldBeNull("a mentee drafts no program");

        var text = pair.Text();
        text["rationale"]!["goals"] = "";
        var program = await pair.Draft(text);
        (await Find(pair.AsMentor, "pairsWithoutProgram", pair.Id)).ShouldBeNull();
        var unfinished = new SeenEntry(Title, null, null, "program", "programPart.goals");
        (await Find(pair.AsMentor, "programsToFinish", program)).ShouldBe(unfinished);
        (await Find(pair.AsCurator, "programsToFinish", program)).ShouldBe(unfinished);
        (await SeenBoard.By(pair.AsMentee)).Kinds.ShouldNotContain("programsForMyAgreement");

        var seen = await pair.AsMentor.See($"~/programs/{program}");
        await pair.AsMentor.Put($"~/programs/{program}", pair.Text(withPair: false), (long)seen["version"]!);
        var mine = new SeenEntry(Title, null, null, "program", "");
        foreach (var client in new[] { pair.AsMentor, pair.AsMentee, pair.AsCurator })
        {
            (await Find(client, "programsToFinish", program)).ShouldBeNull();
            (await Find(client, "programsForMyAgreement", program)).ShouldBe(mine);
        }
        await WorkingPair.Do(pair.AsMentor, program, "agreement", new { });
        (await Find(pair.AsMentor, "programsForMyAgreement", program)).ShouldBeNull();
        await WorkingPair.Do(pair.AsCurator, program, "agreement", new { });
        (await Find(pair.AsCurator, "programsForMyAgreement", program)).ShouldBeNull();
        (await Find(pair.AsCurator, "programsForAgreement", program))!.Detail.ShouldBe("Нестругин М.П.");
        await WorkingPair.Do(pair.AsMentee, program, "agreement", new { });

        (await Find(pair.AsCurator, "programsForAgreement", program)).ShouldBeNull();
        (await Find(pair.AsCurator, "programsToApprove", program))!.Date.ShouldBe("2026-04-15");
        (await Find(pair.AsHead, "programsToApprove", program)).ShouldBeNull("the setting says: the curator");
        await pair.Approve(program, app.Today);
        (await Find(pair.AsCurator, "programsToApprove", program)).ShouldBeNull();
    }

    [Fact]
    public async Task Activities_are_asked_of_those_who_carry_them_out()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);

        var asMentee = (await SeenBoard.By(pair.AsMentee)).All("activitiesOverdue", program);
        asMentee.ShouldBe([new("Взаимопосещение уроков", Title, "2026-03-02", "program", "")]);
        var mentor = await SeenBoard.By(pair.AsMentor);
        mentor.All("activitiesOverdue", program).Count.ShouldBe(2);
        mentor.Count("activitiesOverdue").ShouldBe(2);
        mentor.Severity("activitiesOverdue").ShouldBe("overdue");
        mentor.Kinds.ShouldNotContain("activitiesDueSoon");

        var seen = await pair.AsMentor.See($"~/programs/{program}");
        foreach (var activity in seen["activities"]!.AsArray().Take(2))
            await pair.AsMentor.Do(
                $"~/programs/{program}/activities/{activity!["id"]}/completion",
                new { completedOn = app.Today }
            );
        (await SeenBoard.By(pair.AsMentor)).Kinds.ShouldNotContain("activitiesOverdue");

        var soon = await On(WorkingPair.Ends.AddDays(-7), () => SeenBoard.By(pair.AsMentee));
        soon.Find("activitiesDueSoon", program)
            .ShouldBe(new SeenEntry("Открытый урок", Title, "2026-08-31", "program", ""));
        soon.Severity("activitiesDueSoon").ShouldBe("soon");
        (await On(WorkingPair.Ends.AddDays(-8), () => SeenBoard.By(pair.AsMentee))).Kinds.ShouldNotContain(
            "activitiesDueSoon"
        );
    }

    [Fact]
    public async Task A_proposed_change_is_asked_of_whoever_has_not_accepted_it()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        var body = new { endsOn = "2026-12-31", reason = "Открытый урок перенесён" };
        var change = await WorkingPair.Do(pair.AsMentor, program, "term-changes", body);

        (await Find(pair.AsMentor, "programChangesForMyAgreement", program)).ShouldBeNull();
        (await Find(pair.AsMentee, "programChangesForMyAgreement", program)).ShouldBe(
            new SeenEntry(Title, null, "2026-04-15", "program", "programChangeKind.extension")
        );
        (await Find(pair.AsCurator, "programChangesForAgreement", program)).ShouldBe(
            new SeenEntry(Title, "Нестругин М.П.", "2026-04-15", "program", "programChangeKind.extension")
        );
        await WorkingPair.Do(pair.AsMentee, program, $"changes/{change["changeId"]}/acceptance", new { });

        (await Find(pair.AsMentee, "programChangesForMyAgreement", program)).ShouldBeNull();
        (await Find(pair.AsCurator, "programChangesForAgreement", program)).ShouldBeNull();
    }

    [Fact, Trait("covers", "C-34")]
    public async Task The_end_of_a_program_is_announced_then_overdue_and_then_the_pair_is_to_be_closed()
    {
        var pair = await WorkingPair.In(app);
        var program = await pair.Running(app.Today);
        (await SeenBoard.By(pair.AsMentor)).Kinds.ShouldNotContain("programsEndingSoon");

        var announced = await On(WorkingPair.Ends.AddDays(-14), () => SeenBoard.By(pair.AsMentor));
        announced
            .Find("programsEndingSoon", program)
            .ShouldBe(new SeenEntry(Title, "0/3", "2026-08-31", "program", ""));
        announced.Severity("programsEndingSoon").ShouldBe("soon");
        (await On(WorkingPair.Ends, () => Find(pair.AsCurator, "programsEndingSoon", program))).ShouldNotBeNull();
        (await On(WorkingPair.Ends.AddDays(1), () => Find(pair.AsCurator, "programsPastEnd", program)))!.Date.ShouldBe(
            "2026-08-31"
        );

        await WorkingPair.Do(pair.AsCurator, program, "completion", new { reason = "Цели достигнуты" });
        (await Find(pair.AsCurator, "pairsToClose", pair.Id)).ShouldBe(
            new SeenEntry(Title, null, "2026-04-15", "pair", "")
        );
        (await Find(pair.AsHead, "pairsToClose", pair.Id)).ShouldNotBeNull();
        (await Find(pair.AsMentor, "pairsToClose", pair.Id)).ShouldBeNull("closing is not the mentor's");
        var seen = await pair.AsCurator.See($"~/pairs/{pair.Id}");
        await pair.AsCurator.Do(
            $"~/pairs/{pair.Id}/closing",
            new { ground = "completed", closedOn = app.Today },
            (long)seen["version"]!
        );
        (await Find(pair.AsCurator, "pairsToClose", pair.Id)).ShouldBeNull();
    }

    private static async Task<SeenEntry?> Find(ApiClient client, string kind, Guid target) =>
        (await SeenBoard.By(client)).Find(kind, target);

    /// <summary>As it will be on another day.</summary>
    private async Task<T> On<T>(DateOnly day, Func<Task<T>> see)
    {
        var shift = app.Calendar.Shift;
        app.Calendar.Shift += TimeSpan.FromDays(day.DayNumber - app.Today.DayNumber);
        try
        {
            return await see();
        }
        finally
        {
            app.Calendar.Shift = shift;
        }
    }
}
