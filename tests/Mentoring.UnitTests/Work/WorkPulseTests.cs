using Mentoring.Platform.Platform.Work;

namespace Mentoring.UnitTests.Work;

/// <summary>A loop that hangs is told from one that is busy, idle or at its end.</summary>
public sealed class WorkPulseTests
{
    private readonly HandClock clock = new();
    private readonly WorkPulse pulse;

    public WorkPulseTests() => pulse = new WorkPulse(clock);

    [Fact]
    public void Nothing_begun_is_nothing_stuck()
    {
        clock.Pass(WorkPulse.Longest * 2);

        pulse.IsStuck.ShouldBeFalse();
    }

    [Fact]
    public void A_turn_that_is_heard_of_now_and_then_is_not_stuck()
    {
        for (var i = 0; i < 5; i++)
        {
            pulse.Beat(0);
            clock.Pass(WorkPulse.Longest);
            pulse.IsStuck.ShouldBeFalse();
        }
    }

    [Fact]
    public void One_silent_turn_is_seen_beside_another_that_goes_on()
    {
        pulse.Beat(0);
        pulse.Beat(1);
        clock.Pass(WorkPulse.Longest);
        pulse.Beat(1);
        clock.Pass(TimeSpan.FromSeconds(1));

        pulse.IsStuck.ShouldBeTrue();
    }

    [Fact]
    public void A_turn_that_has_ended_is_not_missed()
    {
        pulse.Beat(0);
        pulse.End(0);
        clock.Pass(WorkPulse.Longest * 2);

        pulse.IsStuck.ShouldBeFalse();
    }
}
