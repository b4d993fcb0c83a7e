using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using static Mentoring.UnitTests.Programs.SamplePrograms;

namespace Mentoring.UnitTests.Programs;

public sealed class DraftAndAgreeTests
{
    public static TheoryData<ProgramState> NotEditable { get; } = States(ProgramState.Draft, ProgramState.Agreed);

    public static TheoryData<ProgramState> NotDraft { get; } = States(ProgramState.Draft);

    [Fact, Trait("covers", "S0-14")]
    public void A_new_program_is_the_first_edition_of_a_draft()
    {
        var program = Draft();

        program.State.ShouldBe(ProgramState.Draft);
        program.Edition.ShouldBe(1);
        program.Version.ShouldBe(1);
        program.Activities.Select(a => a.Position).ShouldBe([1, 2]);
        program.Activities.ShouldAllBe(a => a.Status == ActivityStatus.Planned);
    }

    [Fact, Trait("covers", "S1-34")]
    public void A_program_has_several_forms_and_kinds()
    {
        var program = Draft(
            Content() with
            {
                FormCodes = ["teacherTeacher", "headTeacher"],
                KindCodes = ["traditional", "virtual"],
            }
        );

        program.FormCodes.ShouldBe(["teacherTeacher", "headTeacher"]);
        program.KindCodes.ShouldBe(["traditional", "virtual"]);
    }

    [Fact]
    public void A_draft_keeps_to_the_limits_of_its_term() =>
        MentoringProgram
            .Draft(Guid.CreateVersion7(), Content(new(2025, 11, 30)), Limits)
            .Error!.Code.ShouldBe("program.term_too_short");

    [Theory, Trait("covers", "S1-40")]
    [InlineData("2025-09-30")]
    [InlineData("2026-06-01")]
    public void An_activity_outside_the_term_is_refused_and_named(string day)
    {
        var outside = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var error = MentoringProgram
            .Draft(Guid.CreateVersion7(), Content(null, Plan(Starts), Plan(outside)), Limits)
            .Error!;

        error.Code.ShouldBe("program.activity_outside_term");
        error.Fields.Single().Pointer.ShouldBe("/activities/1/plannedOn");
    }

    [Fact]
    public void Activities_on_the_first_and_the_last_day_are_within_the_term() =>
        Draft(Content(null, Plan(Starts), Plan(Ends))).Activities.Count.ShouldBe(2);

    [Fact, Trait("covers", "S0-59")]
    public void An_edit_makes_a_new_edition_and_voids_what_was_agreed()
    {
        var program = Draft();
        program.Agree(By(Mentor), Signers, Today);

        program.Edit(Content(new(2026, 4, 30)), Limits).IsOk.ShouldBeTrue();

        program.Edition.ShouldBe(2);
        program.EndsOn.ShouldBe(new(2026, 4, 30));
        program.HasAgreed(Mentor, program.Edition).ShouldBeFalse();
        program.HasAgreed(Mentor, 1).ShouldBeTrue();
    }

    [Fact]
    public void An_edit_of_an_agreed_program_makes_it_a_draft_again()
    {
        var program = Agreed();

        program.Edit(Content(), Limits).IsOk.ShouldBeTrue();

        program.State.ShouldBe(ProgramState.Draft);
        program.AgreedOn.ShouldBeNull();
        program.Approve(new(ProgramApprover.Curator, Today, null), Today).IsOk.ShouldBeFalse();
    }

    [Fact]
    public void An_edit_keeps_the_activities_that_it_names()
    {
        var program = Draft();
        var kept = program.Activities[1].Id;

        program.Edit(Content(null, Plan(Starts, "Новое"), Plan(Ends, "Прежнее") with { Id = kept }), Limits);

        program.Activities.Select(a => a.Title).ShouldBe(["Новое", "Прежнее"]);
        program.Activities[1].Id.ShouldBe(kept);
        program.Activities[0].Id.ShouldNotBe(kept);
    }

    [Fact]
    public void An_activity_named_twice_becomes_two()
    {
        var program = Draft();
        var id = program.Activities[0].Id;

        program.Edit(Content(null, Plan(Starts) with { Id = id }, Plan(Ends) with { Id = id }), Limits);

        program.Activities.Select(a => a.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public void An_edit_keeps_to_the_limits_too() =>
        Draft().Edit(Content(new(2027, 5, 31)), Limits).Error!.Code.ShouldBe("program.term_too_long");

    [Theory]
    [MemberData(nameof(NotEditable))]
    public void What_is_approved_is_not_edited(ProgramState state) =>
        In(state).Edit(Content(), Limits).Error.ShouldBe(ProgramErrors.NotEditable);

    [Fact]
    public void It_is_agreed_when_the_last_party_agrees()
    {
        var program = Draft();

        program.Agree(By(Mentor), Signers, Today).IsOk.ShouldBeTrue();
        program.Agree(By(ProgramSigner.Curator), Signers, Today).IsOk.ShouldBeTrue();
        program.State.ShouldBe(ProgramState.Draft);
        program.Agree(By(Mentee), Signers, Today).IsOk.ShouldBeTrue();

        program.State.ShouldBe(ProgramState.Agreed);
        program.AgreedOn.ShouldBe(Today);
    }

    [Fact, Trait("covers", "S0-77")]
    public void In_a_group_every_mentee_agrees()
    {
        var program = Draft();
        ProgramSigner[] group = [.. Signers, OtherMentee];
        foreach (var signer in Signers)
            program.Agree(By(signer), group, Today);

        program.State.ShouldBe(ProgramState.Draft);
        program.Agree(By(OtherMentee), group, Today);
        program.State.ShouldBe(ProgramState.Agreed);
    }

    [Fact]
    public void Agreements_to_different_editions_do_not_add_up()
    {
        var program = Draft();
        program.Agree(By(Mentor), Signers, Today);
        program.Agree(By(Mentee), Signers, Today);
        program.Edit(Content(), Limits);

        program.Agree(By(ProgramSigner.Curator), Signers, Today);

        program.State.ShouldBe(ProgramState.Draft);
    }

    [Fact]
    public void Nobody_agrees_twice_to_one_edition()
    {
        var program = Draft();
        program.Agree(By(Mentor), Signers, Today);

        program.Agree(By(Mentor), Signers, Today).Error.ShouldBe(ProgramErrors.AlreadyAgreed);
    }

    [Fact]
    public void A_paper_signed_tomorrow_is_refused() =>
        Draft()
            .Agree(new Agreement(Mentor, Today.AddDays(1), OnPaper: true), Signers, Today)
            .Error.ShouldBe(ProgramErrors.DateInFuture);

    [Fact, Trait("covers", "S1-38")]
    public void Nobody_agrees_to_a_program_without_its_rationale_and_plan()
    {
        var program = MentoringProgram
            .Draft(
                Guid.CreateVersion7(),
                Content() with
                {
                    Rationale = Rationale with { Goals = " ", PlannedResults = "" },
                    Activities = [],
                },
                Limits
            )
            .Value;

        var error = program.Agree(By(Mentor), Signers, Today).Error!;

        error.Code.ShouldBe("program.incomplete");
        error.Params["missing"].ShouldBe(new[] { "goals", "plannedResults", "activities" });
    }

    [Theory]
    [MemberData(nameof(NotDraft))]
    public void Only_a_draft_is_agreed_to(ProgramState state) =>
        In(state).Agree(By(OtherMentee), Signers, Today).Error.ShouldBe(ProgramErrors.NotOpenForAgreement);
}
