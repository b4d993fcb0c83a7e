using System.Security.Cryptography;
using System.Text;
using Mentoring.Platform.Features.Programs;
using Mentoring.Platform.Features.Reference;
using static Mentoring.UnitTests.Programs.SamplePrograms;

namespace Mentoring.UnitTests.Programs;

public sealed class ApproveAndStartTests
{
    private static readonly ProgramApproval ByCurator = new(ProgramApprover.Curator, Today, null);

    public static TheoryData<ProgramState> NotAgreed { get; } = States(ProgramState.Agreed);

    public static TheoryData<ProgramState> NotApproved { get; } = States(ProgramState.Approved);

    [Fact]
    public void An_agreed_program_is_approved_and_its_text_sealed()
    {
        var program = Agreed();

        var edition = program.Approve(ByCurator, Today).Value;

        program.State.ShouldBe(ProgramState.Approved);
        program.ApprovedOn.ShouldBe(Today);
        edition.Edition.ShouldBe(1);
        edition.Content.ShouldContain(Rationale.Goals);
        edition.Content.ShouldContain("Взаимопосещение уроков");
        edition.Hash.ShouldBe(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Content)));
    }

    [Theory]
    [MemberData(nameof(NotAgreed))]
    public void Only_an_agreed_program_is_approved(ProgramState state) =>
        In(state).Approve(ByCurator, Today).Error.ShouldBe(ProgramErrors.NotAgreed);

    [Theory, Trait("covers", "S4-24")]
    [InlineData(ProgramApprover.MentorCouncil)]
    [InlineData(ProgramApprover.HeadOrder)]
    public void Council_and_head_approve_by_a_document(ProgramApprover approver)
    {
        var program = Agreed();

        program.Approve(new(approver, Today, null), Today).Error!.Code.ShouldBe("program.document_required");
        program.Approve(new(approver, Today, new("14-п", Today)), Today).IsOk.ShouldBeTrue();
        program.Approver.ShouldBe(approver);
        program.ApprovalNumber.ShouldBe("14-п");
        program.ApprovalDate.ShouldBe(Today);
    }

    [Fact]
    public void Nothing_is_approved_tomorrow()
    {
        var tomorrow = Today.AddDays(1);

        Agreed().Approve(ByCurator with { ApprovedOn = tomorrow }, Today).Error.ShouldBe(ProgramErrors.DateInFuture);
        Agreed()
            .Approve(new(ProgramApprover.MentorCouncil, Today, new("3", tomorrow)), Today)
            .Error.ShouldBe(ProgramErrors.DateInFuture);
    }

    [Fact]
    public void Nothing_is_approved_before_all_have_agreed() =>
        Agreed()
            .Approve(ByCurator with { ApprovedOn = Today.AddDays(-1) }, Today)
            .Error!.Code.ShouldBe("program.approved_too_early");

    [Fact]
    public void An_approved_program_starts_on_its_first_day_with_the_gate_open()
    {
        var program = Approved();

        program.Start(true, Starts).IsOk.ShouldBeTrue();

        program.State.ShouldBe(ProgramState.Active);
        program.ActivatedOn.ShouldBe(Starts);
    }

    [Fact]
    public void It_waits_for_its_first_day() =>
        Approved().Start(true, Starts.AddDays(-1)).Error!.Code.ShouldBe("program.starts_later");

    [Fact]
    public void It_waits_for_the_gate()
    {
        var program = Approved();

        program.Start(false, Today).Error.ShouldBe(ProgramErrors.GateClosed);
        program.State.ShouldBe(ProgramState.Approved);
    }

    [Theory]
    [MemberData(nameof(NotApproved))]
    public void Only_an_approved_program_starts(ProgramState state) =>
        In(state).Start(true, Today).Error.ShouldBe(ProgramErrors.NotApproved);
}
