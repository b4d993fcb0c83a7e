using Mentoring.Platform.Features.Board;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.Mentees;
using Mentoring.Platform.Features.Mentors;
using Mentoring.Platform.Features.Pairs;

namespace Mentoring.UnitTests.Board;

public sealed class PeopleLinesTests
{
    private static readonly DateOnly Today = SampleBoards.Today;
    private static readonly BoardDay Curator = SampleBoards.Staff(
        ConsentPermissions.View,
        ConsentPermissions.Record,
        MentorPermissions.View,
        MenteePermissions.View,
        PairPermissions.Propose
    );

    [Theory]
    [InlineData(-1, BoardKind.ConsentsInvalid)]
    [InlineData(0, BoardKind.ConsentsExpiring)]
    [InlineData(29, BoardKind.ConsentsExpiring)]
    [InlineData(30, null)]
    public void A_consent_is_asked_for_by_its_last_day(int lastDay, BoardKind? kind)
    {
        var person = Mentor(MentorState.InBank, Consent(Today.AddDays(lastDay)));

        SampleBoards.Kinds(PeopleLines.Of(person, Curator)).ShouldBe(kind is { } k ? [k] : []);
    }

    [Fact]
    public void Of_an_expired_consent_the_last_day_is_said()
    {
        var person = Mentor(MentorState.InBank, Consent(Today.AddDays(-40)), Consent(Today.AddDays(-3)));

        PeopleLines.Of(person, Curator).ShouldHaveSingleItem().Entry.Date.ShouldBe(Today.AddDays(-3));
    }

    [Theory]
    [InlineData(MentorState.Candidate, true)]
    [InlineData(MentorState.Assigned, true)]
    [InlineData(MentorState.Resigning, true)]
    [InlineData(MentorState.Released, false)]
    [InlineData(MentorState.Excluded, false)]
    [InlineData(MentorState.Blocked, false)]
    public void Nobody_is_asked_about_a_mentor_who_is_one_no_more(MentorState state, bool asked) =>
        PeopleLines.Of(Mentor(state), Curator).Any().ShouldBe(asked);

    [Fact]
    public void A_withdrawn_consent_is_not_asked_for()
    {
        var withdrawn = Consent(Today.AddDays(100)) with { WithdrawnOn = Today.AddDays(-1) };

        PeopleLines.Of(Mentor(MentorState.Candidate, withdrawn), Curator).ShouldBeEmpty();
    }

    [Fact]
    public void Who_neither_records_nor_withdraws_is_not_asked_for_consents()
    {
        var watcher = SampleBoards.Staff(ConsentPermissions.View, MentorPermissions.View);

        PeopleLines.Of(Mentor(MentorState.InBank), watcher).ShouldBeEmpty();
    }

    [Fact]
    public void A_person_who_is_mentor_and_mentee_is_named_once()
    {
        var both = Mentor(MentorState.InBank) with
        {
            MenteeId = Guid.CreateVersion7(),
            MenteeState = MenteeState.InBase,
        };

        var line = PeopleLines.Of(both, Curator).ShouldHaveSingleItem();

        line.Entry.Target.ShouldBe(new BoardTarget(BoardTargetKind.Mentor, both.MentorId!.Value));
    }

    [Theory]
    [InlineData(MenteeState.InBase, true)]
    [InlineData(MenteeState.Unpaired, true)]
    [InlineData(MenteeState.Consented, false)]
    [InlineData(MenteeState.Matched, false)]
    [InlineData(MenteeState.InProgram, false)]
    [InlineData(MenteeState.Finished, false)]
    public void Who_is_in_the_base_without_a_pair_waits_for_one(MenteeState state, bool waits)
    {
        var person = Mentee(state, Consent(Today.AddYears(1)));

        SampleBoards.Kinds(PeopleLines.Of(person, Curator)).ShouldBe(waits ? [BoardKind.MenteesWithoutPair] : []);
    }

    [Fact]
    public void Without_a_valid_consent_the_consent_comes_before_the_pair() =>
        SampleBoards.Kinds(PeopleLines.Of(Mentee(MenteeState.InBase), Curator)).ShouldBe([BoardKind.ConsentsMissing]);

    private static BoardPerson Mentor(MentorState state, params ConsentFacts[] consents) =>
        new()
        {
            Card = SampleBoards.Card(Guid.CreateVersion7(), "Раздольная", new DateOnly(1980, 1, 1)),
            MentorId = Guid.CreateVersion7(),
            MentorState = state,
            Consents = consents,
        };

    private static BoardPerson Mentee(MenteeState state, params ConsentFacts[] consents) =>
        new()
        {
            Card = SampleBoards.Card(Guid.CreateVersion7(), "Клюев", new DateOnly(2000, 1, 1)),
            MenteeId = Guid.CreateVersion7(),
            MenteeState = state,
            Consents = consents,
        };

    private static ConsentFacts Consent(DateOnly until) => new(Today.AddYears(-1), until, true, false, null);
}
