using Mentoring.Platform.Features.Accounts;
using Mentoring.Platform.Platform.Access;

namespace Mentoring.UnitTests.Accounts;

public sealed class RecentSessionsTests
{
    private static readonly AccountPrincipal Curator = new(Guid.NewGuid(), Guid.NewGuid(), "Куратор", []);

    private readonly HandClock clock = new();
    private readonly RecentSessions recent;

    public RecentSessionsTests() => recent = new RecentSessions(clock);

    [Fact]
    public void Who_was_found_a_moment_ago_is_known()
    {
        recent.Current.Keep("token", Curator);
        clock.Pass(RecentSessions.Kept / 2);

        recent.Current.Find("token").ShouldBe(Curator);
        recent.Current.Find("another").ShouldBeNull();
    }

    [Fact]
    public void Nobody_is_known_for_longer_than_half_a_second_however_often_he_asks()
    {
        RecentSessions.Kept.ShouldBeLessThanOrEqualTo(TimeSpan.FromSeconds(0.5));
        recent.Current.Keep("token", Curator);

        for (var n = 0; n < 10; n++)
        {
            clock.Pass(RecentSessions.Kept / 10);
            _ = recent.Current.Find("token");
        }

        recent.Current.Find("token").ShouldBeNull();
    }

    [Fact]
    public void Whoever_leaves_is_unknown_at_once()
    {
        recent.Current.Keep("token", Curator);

        recent.Forget();

        recent.Current.Find("token").ShouldBeNull();
    }

    [Fact]
    public void What_was_read_before_somebody_left_is_not_remembered_after_it()
    {
        var asked = recent.Current;
        recent.Forget();

        asked.Keep("token", Curator);

        recent.Current.Find("token").ShouldBeNull();
    }
}
