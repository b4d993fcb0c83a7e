using Mentoring.Platform.Features.Figures;

namespace Mentoring.UnitTests.Figures;

public sealed class FigureTargetsTests
{
    /// <summary>55 % of 38 students are 20.9: twenty are not enough. Of nine educators five are.</summary>
    [Theory]
    [InlineData(20, 38, false)]
    [InlineData(21, 38, true)]
    [InlineData(4, 9, false)]
    [InlineData(5, 9, true)]
    [InlineData(11, 20, true)]
    public void Targets_are_compared_exactly(int count, int total, bool reached) =>
        FigureTargets.IsReached(count, total, 55).ShouldBe(reached);

    /// <summary>54.95 % are shown as 55, and are not 55.</summary>
    [Fact]
    public void Rounding_is_for_the_eye_only()
    {
        FigureTargets.Percent(1099, 2000).ShouldBe(55.0m);
        FigureTargets.IsReached(1099, 2000, 55).ShouldBe(false);
    }

    [Fact]
    public void A_group_of_nobody_is_no_data()
    {
        FigureTargets.Percent(0, 0).ShouldBeNull();
        FigureTargets.IsReached(0, 0, 55).ShouldBeNull();
    }
}
