using Mentoring.Platform.Features.Pairs;
using static Mentoring.UnitTests.Pairs.SamplePairs;

namespace Mentoring.UnitTests.Pairs;

public sealed class ClosingTests
{
    private static readonly DateOnly Later = Day.AddDays(10);

    [Theory, Trait("covers", "S0-70"), Trait("covers", "S0-71"), Trait("covers", "S0-72")]
    [InlineData(ClosingGround.Completed)]
    [InlineData(ClosingGround.ByMentor)]
    [InlineData(ClosingGround.ByMentee)]
    [InlineData(ClosingGround.Mutual)]
    public void A_pair_ends_on_a_ground_and_keeps_it(ClosingGround ground) => Ends(ground, cause: null);

    [Theory, Trait("covers", "S0-73")]
    [InlineData(ClosingCause.ImproperMentor)]
    [InlineData(ClosingCause.ImproperMentee)]
    [InlineData(ClosingCause.ImproperBoth)]
    [InlineData(ClosingCause.ForceMajeure)]
    public void A_curator_ends_a_pair_and_names_the_cause(ClosingCause cause) => Ends(ClosingGround.ByCurator, cause);

    [Fact, Trait("covers", "S1-42")]
    public void There_are_five_grounds() =>
        Enum.GetValues<ClosingGround>()
            .ShouldBe(
                [
                    ClosingGround.Completed,
                    ClosingGround.ByMentor,
                    ClosingGround.ByMentee,
                    ClosingGround.Mutual,
                    ClosingGround.ByCurator,
                ],
                ignoreOrder: true
            );

    [Theory, Trait("covers", "S0-73")]
    [InlineData(ClosingGround.ByCurator, null)]
    [InlineData(ClosingGround.Mutual, ClosingCause.ForceMajeure)]
    [InlineData(ClosingGround.Completed, ClosingCause.ImproperBoth)]
    public void A_cause_is_named_by_the_curator_and_by_him_alone(ClosingGround ground, ClosingCause? cause) =>
        In(PairState.Active)
            .Close(ground, cause, "Так вышло", Later, Later)
            .Error.ShouldBe(PairErrors.CauseIsTheCurators);

    [Theory]
    [InlineData(ClosingGround.Completed, null, true)]
    [InlineData(ClosingGround.Mutual, null, false)]
    [InlineData(ClosingGround.ByMentee, " ", false)]
    public void An_early_end_is_explained(ClosingGround ground, string? text, bool allowed) =>
        In(PairState.Active)
            .Close(ground, null, text, Later, Later)
            .Error.ShouldBe(allowed ? null : PairErrors.ExplanationRequired);

    [Fact]
    public void What_has_not_begun_is_not_completed() =>
        In(PairState.ApprovedByOrder)
            .Close(ClosingGround.Completed, null, null, Later, Later)
            .Error.ShouldBe(PairErrors.NothingToComplete);

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void A_pair_ends_neither_before_its_order_nor_tomorrow(int days) =>
        In(PairState.Active)
            .Close(ClosingGround.Completed, null, null, Day.AddDays(days), Later)
            .Error.ShouldBe(PairErrors.DateOutOfOrder);

    private static void Ends(ClosingGround ground, ClosingCause? cause)
    {
        var team = In(PairState.Active);

        team.Close(ground, cause, "Переезд", Later, Later).Error.ShouldBeNull();

        team.State.ShouldBe(PairState.Closed);
        (team.ClosingGround, team.ClosingCause, team.ClosingExplanation, team.ClosedOn).ShouldBe(
            (ground, cause, "Переезд", Later)
        );
        team.IsOpen.ShouldBeFalse();
    }
}
