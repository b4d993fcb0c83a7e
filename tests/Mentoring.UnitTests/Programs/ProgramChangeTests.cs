using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Platform.Results;
using static Mentoring.UnitTests.Programs.SamplePrograms;

namespace Mentoring.UnitTests.Programs;

public sealed class ProgramChangeTests
{
    private static readonly DateOnly Later = new(2026, 8, 31);
    private static readonly Proposal FromCurator = new(ProgramSigner.Curator, Today, "Нужно больше времени");
    private static readonly Proposal FromMentor = FromCurator with { By = Mentor };

    private static readonly ProgramAmendment NewPlan = new(
        ["teacherTeacher", "headTeacher"],
        ["virtual"],
        DeliveryMode.Online,
        [Plan(new(2026, 3, 3), "Онлайн-урок")]
    );

    public static TheoryData<ProgramState> NotActive { get; } = States(ProgramState.Active);

    [Fact, Trait("covers", "S0-74"), Trait("covers", "S1-43")]
    public void An_extension_is_in_force_once_every_member_has_accepted_it()
    {
        var program = Active();
        var change = program.ProposeTerm(Later, FromCurator, Members).Value;

        change.Kind.ShouldBe(ProgramChangeKind.Extension);
        program.AcceptChange(change.Id, By(Mentor), Members, Today).Value.ShouldBeNull();
        program.EndsOn.ShouldBe(Ends);
        var edition = program.AcceptChange(change.Id, By(Mentee), Members, Today).Value!;

        program.EndsOn.ShouldBe(Later);
        program.Edition.ShouldBe(2);
        edition.Edition.ShouldBe(2);
        edition.Content.ShouldContain("2026-08-31");
        change.State.ShouldBe(ProgramChangeState.InForce);
        change.EndsOnBefore.ShouldBe(Ends);
        change.InForceOn.ShouldBe(Today);
        program.State.ShouldBe(ProgramState.Active);
    }

    [Fact, Trait("covers", "S1-41")]
    public void A_member_who_proposes_agrees_to_it_by_that()
    {
        var program = Active();
        var change = program.ProposeTerm(new(2026, 3, 31), FromMentor, Members).Value;

        change.Kind.ShouldBe(ProgramChangeKind.Shortening);
        program.AcceptChange(change.Id, By(Mentor), Members, Today).Error.ShouldBe(ProgramErrors.AlreadyAgreed);
        program.AcceptChange(change.Id, By(Mentee), Members, Today).Value.ShouldNotBeNull();
        program.EndsOn.ShouldBe(new(2026, 3, 31));
    }

    [Fact, Trait("covers", "S0-77")]
    public void In_a_group_every_mentee_accepts()
    {
        var program = Active();
        ProgramSigner[] group = [.. Members, OtherMentee];
        var change = program.ProposeTerm(Later, FromMentor, group).Value;

        program.AcceptChange(change.Id, By(Mentee), group, Today).Value.ShouldBeNull();
        program.AcceptChange(change.Id, By(OtherMentee), group, Today).Value.ShouldNotBeNull();
    }

    [Fact, Trait("covers", "S0-78")]
    public void An_extension_may_pass_a_year() =>
        Active().ProposeTerm(Starts.AddMonths(20), FromCurator, Members).IsOk.ShouldBeTrue();

    [Fact]
    public void The_same_last_day_is_no_change() =>
        Active().ProposeTerm(Ends, FromCurator, Members).Error!.Code.ShouldBe("program.term_unchanged");

    [Fact]
    public void A_program_is_not_shortened_into_the_past()
    {
        var program = Active(Content(null, Plan(Starts)));

        program.ProposeTerm(Today.AddDays(-1), FromCurator, Members).Error!.Code.ShouldBe("program.end_in_past");
        program.ProposeTerm(Today, FromCurator, Members).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_program_is_not_shortened_over_planned_activities()
    {
        var program = Active();
        var early = new DateOnly(2026, 1, 31);

        program.ProposeTerm(early, FromCurator, Members).Error!.Params["count"].ShouldBe(1);
        program.CompleteActivity(program.Activities[1].Id, new(Today, null, null), ProgramParty.Mentor, Today);
        program.ProposeTerm(early, FromCurator, Members).IsOk.ShouldBeTrue();
    }

    [Fact, Trait("covers", "S0-75")]
    public void An_amendment_replaces_what_is_not_done_and_keeps_what_is()
    {
        var program = Active();
        var done = program.Activities[0].Id;
        program.CompleteActivity(done, new(Today, "Сделано", null), ProgramParty.Mentor, Today);
        var change = program.ProposeAmendment(NewPlan, FromMentor, Members).Value;
        program.Activities.Count.ShouldBe(2);

        program.AcceptChange(change.Id, By(Mentee), Members, Today).Value!.Edition.ShouldBe(2);

        program.Activities.Select(a => a.Title).ShouldBe(["Взаимопосещение уроков", "Онлайн-урок"]);
        program.Activities.Select(a => a.Position).ShouldBe([1, 2]);
        program.Activities[0].Id.ShouldBe(done);
        program.Activities[0].Status.ShouldBe(ActivityStatus.Done);
        program.FormCodes.ShouldBe(["teacherTeacher", "headTeacher"]);
        program.KindCodes.ShouldBe(["virtual"]);
        program.DeliveryMode.ShouldBe(DeliveryMode.Online);
    }

    [Fact]
    public void An_amendment_does_not_undo_an_activity_that_it_still_plans()
    {
        var program = Active();
        var done = program.Activities[0].Id;
        program.CompleteActivity(done, new(Today, "Сделано", null), ProgramParty.Mentor, Today);
        var plan = NewPlan with { Activities = [Plan(Ends, "Иначе") with { Id = done }] };
        var change = program.ProposeAmendment(plan, FromMentor, Members).Value;

        program.AcceptChange(change.Id, By(Mentee), Members, Today);

        program.Activities.Single().Status.ShouldBe(ActivityStatus.Done);
        program.Activities.Single().Title.ShouldBe("Взаимопосещение уроков");
    }

    [Fact]
    public void An_amendment_keeps_to_the_term()
    {
        var plan = NewPlan with { Activities = [Plan(Ends.AddDays(1))] };

        Active().ProposeAmendment(plan, FromCurator, Members).Error!.Code.ShouldBe("program.activity_outside_term");
    }

    [Fact]
    public void A_later_proposal_takes_the_place_of_an_open_one()
    {
        var program = Active();
        var first = program.ProposeTerm(Later, FromMentor, Members).Value;
        var second = program.ProposeAmendment(NewPlan, FromMentor, Members).Value;

        first.State.ShouldBe(ProgramChangeState.Superseded);
        program.AcceptChange(first.Id, By(Mentee), Members, Today).Error.ShouldBe(ProgramErrors.ChangeNotOpen);
        second.Edition.ShouldBe(3);
        program.AcceptChange(second.Id, By(Mentee), Members, Today).IsOk.ShouldBeTrue();
        program.Edition.ShouldBe(3);
        program.EndsOn.ShouldBe(Ends);
    }

    [Fact]
    public void A_change_in_force_is_not_accepted_again()
    {
        var program = Active();
        var change = program.ProposeTerm(Later, FromMentor, Members).Value;
        program.AcceptChange(change.Id, By(Mentee), Members, Today);

        program.AcceptChange(change.Id, By(OtherMentee), Members, Today).Error.ShouldBe(ProgramErrors.ChangeNotOpen);
    }

    [Fact]
    public void An_unknown_change_is_not_found() =>
        Active().AcceptChange(Guid.CreateVersion7(), By(Mentor), Members, Today).Error.ShouldBe(CommonErrors.NotFound);

    [Theory]
    [MemberData(nameof(NotActive))]
    public void Only_a_running_program_is_changed(ProgramState state)
    {
        In(state).ProposeTerm(Later, FromCurator, Members).Error.ShouldBe(ProgramErrors.NotActive);
        In(state).ProposeAmendment(NewPlan, FromCurator, Members).Error.ShouldBe(ProgramErrors.NotActive);
    }

    [Fact]
    public void A_proposal_dies_with_its_program()
    {
        var program = Active();
        var change = program.ProposeTerm(Later, FromMentor, Members).Value;
        program.End(new(ProgramState.EndedByMentor, Today, null, null));

        program.AcceptChange(change.Id, By(Mentee), Members, Today).Error.ShouldBe(ProgramErrors.NotActive);
    }
}
