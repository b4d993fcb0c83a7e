using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Results;
using static Mentoring.UnitTests.Programs.SamplePrograms;

namespace Mentoring.UnitTests.Programs;

public sealed class RunningProgramTests
{
    private static readonly ActivityFacts Facts = new(Today, "Лист наблюдения", null);

    public static TheoryData<ProgramState> NotActive { get; } = States(ProgramState.Active);

    public static TheoryData<ProgramState> Over { get; } =
        States(ProgramState.Draft, ProgramState.Agreed, ProgramState.Approved, ProgramState.Active);

    [Fact, Trait("covers", "S1-40")]
    public void An_activity_is_completed_with_its_facts()
    {
        var program = Active();
        var activity = program.Activities[0];

        program.CompleteActivity(activity.Id, Facts, ProgramParty.Mentor, Today).IsOk.ShouldBeTrue();

        activity.Status.ShouldBe(ActivityStatus.Done);
        activity.CompletedOn.ShouldBe(Today);
        activity.Result.ShouldBe("Лист наблюдения");
        activity.CompletedAs.ShouldBe(ProgramParty.Mentor);
    }

    [Fact]
    public void The_same_facts_said_twice_are_said_once_and_others_are_refused()
    {
        var program = Active();
        var id = program.Activities[0].Id;
        program.CompleteActivity(id, Facts, ProgramParty.Mentor, Today);

        program.CompleteActivity(id, Facts, ProgramParty.Curator, Today).IsOk.ShouldBeTrue();
        program.Activities[0].CompletedAs.ShouldBe(ProgramParty.Mentor);
        program
            .CompleteActivity(id, Facts with { Result = "Иное" }, ProgramParty.Mentor, Today)
            .Error.ShouldBe(ProgramErrors.ActivityAlreadyDone);
    }

    [Fact]
    public void An_activity_is_done_between_the_first_day_and_today()
    {
        var program = Active();
        var id = program.Activities[0].Id;

        foreach (var day in new[] { Starts.AddDays(-1), Today.AddDays(1) })
            program
                .CompleteActivity(id, Facts with { CompletedOn = day }, ProgramParty.Mentor, Today)
                .Error!.Code.ShouldBe("program.completed_outside_term");
        program
            .CompleteActivity(id, Facts with { CompletedOn = Starts }, ProgramParty.Mentor, Today)
            .IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_unknown_activity_is_not_found() =>
        Active()
            .CompleteActivity(Guid.CreateVersion7(), Facts, ProgramParty.Mentor, Today)
            .Error.ShouldBe(CommonErrors.NotFound);

    [Theory]
    [MemberData(nameof(NotActive))]
    public void Only_a_running_program_has_its_activities_completed(ProgramState state)
    {
        var program = In(state);

        program
            .CompleteActivity(program.Activities[0].Id, Facts, ProgramParty.Mentor, Today)
            .Error.ShouldBe(ProgramErrors.NotActive);
    }

    [Fact, Trait("covers", "S0-69")]
    public void A_program_with_everything_done_is_completed()
    {
        var program = Active();
        foreach (var activity in program.Activities)
            program.CompleteActivity(activity.Id, Facts, ProgramParty.Mentor, Today);

        program.Complete(byCurator: false, null, Today).IsOk.ShouldBeTrue();

        program.State.ShouldBe(ProgramState.Completed);
        program.EndedOn.ShouldBe(Today);
    }

    [Fact]
    public void With_activities_left_only_the_curator_completes_it_and_says_why()
    {
        var program = Active();

        program.Complete(byCurator: false, "Хватит", Today).Error!.Code.ShouldBe("program.activities_left");
        program.Complete(byCurator: true, " ", Today).Error!.Params["count"].ShouldBe(2);
        program.Complete(byCurator: true, "Цели достигнуты раньше", Today).IsOk.ShouldBeTrue();
        program.EndExplanation.ShouldBe("Цели достигнуты раньше");
    }

    [Theory]
    [MemberData(nameof(NotActive))]
    public void Only_a_running_program_is_completed(ProgramState state) =>
        In(state).Complete(true, "Всё", Today).Error.ShouldBe(ProgramErrors.NotActive);

    [Theory, Trait("covers", "S0-70"), Trait("covers", "S0-71"), Trait("covers", "S0-72")]
    [InlineData(ProgramState.Completed)]
    [InlineData(ProgramState.EndedByMentor)]
    [InlineData(ProgramState.EndedByMentee)]
    [InlineData(ProgramState.EndedByMutualDecision)]
    public void A_running_program_ends_as_its_pair_does(ProgramState how) => Ends(how, cause: null);

    [Theory, Trait("covers", "S0-73")]
    [InlineData(ClosingCause.ImproperMentor)]
    [InlineData(ClosingCause.ImproperMentee)]
    [InlineData(ClosingCause.ImproperBoth)]
    [InlineData(ClosingCause.ForceMajeure)]
    public void A_running_program_that_the_curator_ends_keeps_the_cause(ClosingCause cause) =>
        Ends(ProgramState.EndedByCurator, cause);

    [Theory]
    [InlineData(ProgramState.Draft)]
    [InlineData(ProgramState.Agreed)]
    [InlineData(ProgramState.Approved)]
    public void What_was_not_begun_is_not_completed_with_its_pair(ProgramState state)
    {
        var program = In(state);

        program.End(new(ProgramState.Completed, Today, null, null)).IsOk.ShouldBeTrue();

        program.State.ShouldBe(ProgramState.EndedByMutualDecision);
    }

    [Theory]
    [MemberData(nameof(Over))]
    public void What_is_over_does_not_end_again(ProgramState state) =>
        In(state).End(new(ProgramState.EndedByMentee, Today, null, null)).Error.ShouldBe(ProgramErrors.Ended);

    private static void Ends(ProgramState how, ClosingCause? cause)
    {
        var program = Active();

        program.End(new(how, Today, cause, "Причина")).IsOk.ShouldBeTrue();

        program.State.ShouldBe(how);
        program.EndedOn.ShouldBe(Today);
        program.EndCause.ShouldBe(cause);
        program.EndExplanation.ShouldBe("Причина");
    }
}
