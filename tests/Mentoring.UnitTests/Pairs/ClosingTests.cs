using Mentoring.Platform.Features.Pairs;
using static Mentoring.UnitTests.Pairs.SamplePairs;

namespace Mentoring.UnitTests.Pairs;

public sealed class ClosingTests
{
    private static readonly DateOnly Later = Day.AddDays(10);

    [Theory]
    [InlineData(ClosingGround.Completed, null), Trait("covers", "S0-69")]
    [InlineData(ClosingGround.ByMentor, null), Trait("covers", "S0-70")]
    [InlineData(ClosingGround.ByMentee, null), Trait("covers", "S0-71")]
    [InlineData(ClosingGround.Mutual, null), Trait("covers", "S0-72")]
    [InlineData(ClosingGround.ByCurator, ClosingCause.ImproperMentor), Trait("covers", "S0-73")]
    [InlineData(ClosingGround.ByCurator, ClosingCause.ImproperMentee)]
    [InlineData(ClosingGround.ByCurator, ClosingCause.ImproperBoth)]
    [InlineData(ClosingGround.ByCurator, ClosingCause.ForceMajeure)]
    public void A_pair_ends_on_a_ground_and_keeps_it(ClosingGround ground, ClosingCause? cause)
    {
        var team = In(PairState.Active);

        team.Close(ground, cause, "Переезд", Later, Later).Error.ShouldBeNull();

        team.State.ShouldBe(PairState.Closed);
        (team.ClosingGround, team.ClosingCause, team.ClosingExplanation, team.ClosedOn).ShouldBe(
            (ground, cause, "Переезд", Later)
        );
        team.IsOpen.ShouldBeFalse();
    }

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
}
