using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Programs;

namespace Mentoring.UnitTests.Meetings;

public sealed class MeetingTests
{
    private static readonly DateOnly Today = new(2025, 12, 10);
    private static readonly DateOnly Since = new(2025, 10, 6);
    private static readonly DateOnly Approved = new(2025, 11, 3);
    private static readonly ApprovedPeriod Program = new(Approved, new(2026, 5, 31), null);
    private static readonly MeetingRules Before = new(Since, [], IsSingle: false, HasOthers: true);
    private static readonly MeetingRules After = Before with { Programs = [Program] };
    private static readonly MeetingAuthor Author = new(Guid.CreateVersion7(), ProgramParty.Mentor);

    public static TheoryData<MeetingType> Preparatory { get; } =
    [MeetingType.Introductory, MeetingType.Trial, MeetingType.Planning];

    public static TheoryData<MeetingType> Later { get; } = [MeetingType.Regular, MeetingType.Final];

    [Theory, Trait("covers", "S0-90")]
    [MemberData(nameof(Preparatory))]
    public void Before_the_approval_the_first_three_are_logged(MeetingType type)
    {
        var meeting = Log(Facts(type, new(2025, 10, 13)), Before).Value;

        meeting.Type.ShouldBe(type);
        meeting.Version.ShouldBe(1);
        meeting.LoggedOn.ShouldBe(Today);
        meeting.LoggedByAccountId.ShouldBe(Author.AccountId);
        meeting.LoggedAs.ShouldBe(ProgramParty.Mentor);
    }

    [Theory, Trait("covers", "S0-90")]
    [MemberData(nameof(Later))]
    public void Before_the_approval_the_later_ones_are_refused(MeetingType type)
    {
        Refusal(Facts(type, Today), Before).ShouldBe("meeting.needs_program");
        Refusal(Facts(type, Approved.AddDays(-1)), After).ShouldBe("meeting.needs_program");
    }

    [Theory, Trait("covers", "S0-90")]
    [MemberData(nameof(Later))]
    public void After_the_approval_the_later_ones_are_logged(MeetingType type) =>
        Log(Facts(type, Today), After).IsOk.ShouldBeTrue();

    [Theory, Trait("covers", "S0-90")]
    [MemberData(nameof(Preparatory))]
    public void After_the_approval_the_first_three_are_refused(MeetingType type) =>
        Refusal(Facts(type, Approved.AddDays(1)), After).ShouldBe("meeting.after_approval");

    [Theory]
    [MemberData(nameof(Preparatory))]
    public void What_was_held_before_the_approval_is_logged_after_it_too(MeetingType type) =>
        Log(Facts(type, Approved.AddDays(-1)), After).IsOk.ShouldBeTrue();

    [Theory]
    [InlineData(MeetingType.Planning)]
    [InlineData(MeetingType.Regular)]
    public void On_the_day_of_the_approval_both_are_possible(MeetingType type) =>
        Log(Facts(type, Approved), After).IsOk.ShouldBeTrue();

    [Fact]
    public void After_a_program_is_over_the_next_one_is_prepared()
    {
        var over = Before with { Programs = [Program with { EndedOn = new DateOnly(2025, 12, 1) }] };

        Refusal(Facts(MeetingType.Regular, Today), over).ShouldBe("meeting.needs_program");
        Log(Facts(MeetingType.Planning, Today), over).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_meeting_is_held_between_the_first_day_of_the_pair_and_today()
    {
        Refusal(Facts(MeetingType.Regular, Today.AddDays(1)), After).ShouldBe("meeting.in_future");
        Refusal(Facts(MeetingType.Trial, Since.AddDays(-1)), Before).ShouldBe("meeting.before_pair");
        Log(Facts(MeetingType.Trial, Since), Before).IsOk.ShouldBeTrue();
        Log(Facts(MeetingType.Regular, Today), After).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void The_next_meeting_is_not_before_this_one()
    {
        var facts = Facts(MeetingType.Regular, Today);

        Refusal(facts with { NextOn = Today.AddDays(-1) }, After).ShouldBe("meeting.next_before_held");
        Log(facts with { NextOn = Today }, After).IsOk.ShouldBeTrue();
    }

    [Theory, Trait("covers", "S0-24")]
    [InlineData(MeetingType.Introductory)]
    [InlineData(MeetingType.Regular)]
    [InlineData(MeetingType.Final)]
    public void Mentoring_of_one_meeting_has_one_without_a_program(MeetingType type)
    {
        var single = new MeetingRules(Since, [], IsSingle: true, HasOthers: false);

        Log(Facts(type, Today), single).IsOk.ShouldBeTrue();
        Refusal(Facts(type, Today), single with { HasOthers = true }).ShouldBe("meeting.single_only");
    }

    [Fact]
    public void An_entry_is_corrected_within_its_days_and_not_after_them()
    {
        var meeting = Log(Facts(MeetingType.Regular, Today), After).Value;
        var right = Facts(MeetingType.Final, Today) with { Minutes = 90, Outcome = "Итоги" };

        meeting.Correct(right, After, 7, Today.AddDays(8)).Error!.Code.ShouldBe("meeting.correction_over");
        meeting.Type.ShouldBe(MeetingType.Regular);
        meeting.Correct(right, After, 7, Today.AddDays(7)).IsOk.ShouldBeTrue();
        meeting.Type.ShouldBe(MeetingType.Final);
        meeting.Minutes.ShouldBe(90);
        meeting.Outcome.ShouldBe("Итоги");
    }

    [Fact]
    public void A_correction_keeps_to_the_same_rules()
    {
        var meeting = Log(Facts(MeetingType.Regular, Today), After).Value;

        meeting
            .Correct(Facts(MeetingType.Trial, Today), After, 7, Today)
            .Error!.Code.ShouldBe("meeting.after_approval");
    }

    private static MeetingFacts Facts(MeetingType type, DateOnly on) =>
        new(type, on, 45, MeetingMode.InPerson, "Договорились о целях", null);

    private static Mentoring.Platform.Platform.Results.Result<Meeting> Log(MeetingFacts facts, MeetingRules rules) =>
        Meeting.Log(Guid.CreateVersion7(), facts, rules, Author, Today);

    private static string Refusal(MeetingFacts facts, MeetingRules rules) => Log(facts, rules).Error!.Code;
}
