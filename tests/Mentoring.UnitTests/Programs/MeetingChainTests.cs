using Mentoring.Platform.Features.Programs;

namespace Mentoring.UnitTests.Programs;

public sealed class MeetingChainTests
{
    private static readonly DateOnly Today = new(2025, 12, 1);
    private static readonly ApprovedPeriod Running = new(new(2025, 11, 3), new(2026, 5, 31), null);
    private static readonly ApprovedPeriod Over = new(new(2024, 11, 3), new(2025, 5, 31), new DateOnly(2025, 5, 30));

    [Theory]
    [InlineData("", MeetingType.Introductory)]
    [InlineData("Introductory", MeetingType.Trial)]
    [InlineData("Introductory Trial", MeetingType.Planning)]
    [InlineData("Introductory Trial Planning", MeetingType.Planning)]
    [InlineData("Trial", MeetingType.Introductory)]
    public void Before_a_program_is_approved_the_first_missing_of_three_comes_next(string held, MeetingType next) =>
        Next(Held(held), [], plannedLeft: 0).ShouldBe(next);

    [Fact]
    public void While_a_program_runs_regular_meetings_come_next() =>
        Next(Held("Introductory Trial Planning Regular"), [Running]).ShouldBe(MeetingType.Regular);

    [Fact]
    public void A_running_program_asks_for_no_preparatory_meeting_that_was_left_out() =>
        Next([], [Running]).ShouldBe(MeetingType.Regular);

    [Fact]
    public void The_final_meeting_comes_when_everything_is_done_or_the_last_day_is_here()
    {
        Next(Held("Regular"), [Running], plannedLeft: 0).ShouldBe(MeetingType.Final);
        MeetingChain.Next(Held("Regular"), [Running], false, 3, Running.EndsOn).ShouldBe(MeetingType.Final);
    }

    [Fact]
    public void Nothing_comes_after_the_final_meeting() =>
        Next(Held("Regular Final"), [Running], plannedLeft: 0).ShouldBeNull();

    [Fact]
    public void Nothing_is_expected_after_a_program_is_over()
    {
        HeldMeeting[] held = [new(MeetingType.Final, new(2025, 5, 28))];

        Next(held, [Over]).ShouldBeNull();
    }

    [Fact]
    public void The_final_meeting_of_an_earlier_program_is_not_that_of_this_one()
    {
        HeldMeeting[] held = [new(MeetingType.Final, new(2025, 5, 28))];

        Next(held, [Over, Running], plannedLeft: 0).ShouldBe(MeetingType.Final);
    }

    [Fact, Trait("covers", "S0-24")]
    public void Mentoring_of_one_meeting_is_over_after_it()
    {
        MeetingChain.Next([], [], true, 0, Today).ShouldBe(MeetingType.Regular);
        MeetingChain.Next(Held("Regular"), [], true, 0, Today).ShouldBeNull();
    }

    [Theory]
    [InlineData("2025-11-02", false)]
    [InlineData("2025-11-03", true)]
    [InlineData("2026-07-01", true)]
    public void A_program_counts_from_its_approval_until_it_is_over(string day, bool holds) =>
        Running.Holds(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(holds);

    [Fact]
    public void A_program_that_is_over_counts_on_its_last_day_and_not_after_it()
    {
        Over.Holds(new(2025, 5, 30)).ShouldBeTrue();
        Over.Holds(new(2025, 5, 31)).ShouldBeFalse();
    }

    private static MeetingType? Next(HeldMeeting[] held, ApprovedPeriod[] programs, int plannedLeft = 3) =>
        MeetingChain.Next(held, programs, false, plannedLeft, Today);

    private static HeldMeeting[] Held(string types) =>
        [
            .. types
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select((t, i) => new HeldMeeting(Enum.Parse<MeetingType>(t), new(2025, 11, 10 + i))),
        ];
}
