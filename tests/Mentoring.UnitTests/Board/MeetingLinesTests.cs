using Mentoring.Platform.Features.Board;
using Mentoring.Platform.Features.Meetings;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
using static Mentoring.UnitTests.Pairs.SamplePairs;

namespace Mentoring.UnitTests.Board;

public sealed class MeetingLinesTests
{
    private static readonly BoardDay AsMentor = SampleBoards.Person(Mentor, MeetingPermissions.OfMember);
    private static readonly BoardDay Curator = SampleBoards.Staff(MeetingPermissions.OfCurator);

    [Theory]
    [InlineData(21, false)]
    [InlineData(22, true)]
    [Trait("covers", "C-33")]
    public void A_pair_is_silent_when_its_last_meeting_is_more_than_so_many_days_ago(int days, bool silent)
    {
        var pair = Pair(new HeldMeeting(MeetingType.Introductory, Day.AddDays(10)));

        foreach (var day in new[] { AsMentor, Curator })
            SampleBoards
                .Kinds(MeetingLines.Of(pair, day with { Today = Day.AddDays(10 + days) }))
                .ShouldBe(silent ? [BoardKind.SilentPairs] : []);
    }

    [Fact]
    public void Without_any_meeting_the_days_count_from_the_first_day_of_work()
    {
        SampleBoards.Kinds(MeetingLines.Of(Pair(), AsMentor with { Today = Day.AddDays(21) })).ShouldBeEmpty();
        var line = MeetingLines.Of(Pair(), AsMentor with { Today = Day.AddDays(22) }).ShouldHaveSingleItem();

        line.Kind.ShouldBe(BoardKind.SilentPairs);
        line.Entry.Date.ShouldBe(Day);
    }

    [Theory]
    [InlineData(3, BoardKind.NextMeetings)]
    [InlineData(0, BoardKind.NextMeetings)]
    [InlineData(-1, BoardKind.MeetingsNotLogged)]
    public void The_agreed_day_comes_and_goes(int nextIn, BoardKind kind)
    {
        var pair = Pair(new HeldMeeting(MeetingType.Introductory, Day.AddDays(-5), Day.AddDays(nextIn)));

        SampleBoards.Kinds(MeetingLines.Of(pair, AsMentor)).ShouldBe([kind]);
        MeetingLines.Of(pair, Curator).ShouldBeEmpty("the curator has no meeting there");
    }

    [Fact]
    public void Whoever_may_only_see_meetings_is_shown_the_next_one_and_asked_for_none()
    {
        var parent = SampleBoards.Day(Guid.CreateVersion7(), [Mentee], MeetingPermissions.OfRepresentative);
        var pair = Pair(new HeldMeeting(MeetingType.Introductory, Day, Day.AddDays(30)));

        SampleBoards
            .Kinds(MeetingLines.Of(pair, parent with { Today = Day.AddDays(30) }))
            .ShouldBe([BoardKind.NextMeetings]);
        MeetingLines.Of(pair, parent with { Today = Day.AddDays(31) }).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PairState.Proposed)]
    [InlineData(PairState.ApprovedByOrder)]
    [InlineData(PairState.Closed)]
    public void Only_active_pairs_meet(PairState state) =>
        MeetingLines.Of(SampleBoards.Pair(In(state)), AsMentor with { Today = Day.AddDays(100) }).ShouldBeEmpty();

    private static BoardPair Pair(params HeldMeeting[] held) => SampleBoards.Pair(In(PairState.Active), held: held);
}
