using Mentoring.Platform.Features.Board;
using Mentoring.Platform.Features.Orders;
using Mentoring.Platform.Features.Pairs;
using Mentoring.UnitTests.Pairs;
using static Mentoring.UnitTests.Pairs.SamplePairs;

namespace Mentoring.UnitTests.Board;

public sealed class PairLinesTests
{
    private static readonly string[] InPairs = [PairPermissions.View, PairPermissions.Agree];

    private static readonly BoardDay Curator = SampleBoards.Staff([
        .. InPairs,
        PairPermissions.ViewAll,
        PairPermissions.RecordAgreement,
        PairPermissions.RecordAddendum,
        OrderPermissions.Draft,
    ]);

    [Fact]
    public void Each_member_is_asked_until_he_has_agreed()
    {
        var team = In(PairState.Proposed);
        SampleBoards.Kinds(Lines(team, Mentor)).ShouldBe([BoardKind.PairsForMyAgreement]);
        SampleBoards.Kinds(Lines(team, Guid.CreateVersion7())).ShouldBeEmpty("a stranger");

        Agree(team, Mentor).ShouldBeNull();

        Lines(team, Mentor).ShouldBeEmpty();
        SampleBoards.Kinds(Lines(team, Mentee)).ShouldBe([BoardKind.PairsForMyAgreement]);
    }

    [Theory]
    [InlineData(14, 1, false)]
    [InlineData(14, 0, true)]
    public void A_child_is_asked_from_14_on(int years, int days, bool asked)
    {
        var born = Day.AddYears(-years).AddDays(days);
        var pair = SampleBoards.Pair(In(PairState.Proposed), born);

        PairLines.Of(pair, SampleBoards.Person(Mentee, InPairs)).Any().ShouldBe(asked);
        PairLines
            .Of(pair, SampleBoards.Day(Guid.CreateVersion7(), [Mentee], InPairs))
            .ShouldHaveSingleItem("the representative is asked at any age");
    }

    [Fact]
    public void Whoever_has_taken_the_consent_back_is_not_asked_again()
    {
        var team = In(PairState.Active);
        team.WithdrawDutyConsent(Mentee, Day, "Переезд", Day).IsOk.ShouldBeTrue();

        Lines(team, Mentee).ShouldBeEmpty();
        var line = PairLines.Of(SampleBoards.Pair(team), Curator).ShouldHaveSingleItem();
        line.Kind.ShouldBe(BoardKind.ActivePairsGateClosed);
        line.Entry.Words.ShouldBe([new BoardWord(BoardVocabulary.GateMissing, "dutyConsentWithdrawn")]);
        line.Entry.Detail.ShouldBe("Клюев Е.");
    }

    [Theory]
    [InlineData(PairState.Proposed, BoardKind.PairsForAgreement)]
    [InlineData(PairState.ConsentsCollected, BoardKind.PairsToOrder)]
    [InlineData(PairState.ApprovedByOrder, null)]
    [InlineData(PairState.Active, null)]
    public void The_curator_is_asked_for_the_next_step_and_nothing_while_all_is_well(
        PairState state,
        BoardKind? kind
    ) => SampleBoards.Kinds(PairLines.Of(SampleBoards.Pair(In(state)), Curator)).ShouldBe(kind is { } k ? [k] : []);

    [Fact]
    public void A_pair_that_a_draft_names_waits_for_no_other_order() =>
        PairLines
            .Of(SampleBoards.Pair(In(PairState.ConsentsCollected)) with { IsInOrder = true }, Curator)
            .ShouldBeEmpty();

    [Fact]
    public void A_revoked_order_closes_the_gate_and_asks_for_another()
    {
        var team = In(PairState.Active);
        team.OrderRevoked(SamplePairs.Order, Day).IsOk.ShouldBeTrue();

        SampleBoards
            .Kinds(PairLines.Of(SampleBoards.Pair(team), Curator))
            .ShouldBe([BoardKind.PairsToOrder, BoardKind.ActivePairsGateClosed]);
    }

    [Fact]
    public void Whoever_only_looks_on_is_not_asked()
    {
        var team = In(PairState.Active);
        team.OrderRevoked(SamplePairs.Order, Day).IsOk.ShouldBeTrue();
        var watcher = SampleBoards.Staff(PairPermissions.View, PairPermissions.ViewAll);

        PairLines.Of(SampleBoards.Pair(team), watcher).ShouldBeEmpty();
        PairLines.AsksForAll(watcher.Actor).ShouldBeFalse();
        PairLines.AsksForAll(Curator.Actor).ShouldBeTrue();
    }

    private static IEnumerable<BoardLine> Lines(MentoringTeam team, Guid person) =>
        PairLines.Of(SampleBoards.Pair(team), SampleBoards.Person(person, InPairs));
}
