namespace Mentoring.UnitTests;

/// <summary>A clock that goes on when told to.</summary>
internal sealed class HandClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 4, 15, 9, 0, 0, TimeSpan.Zero);

    public void Pass(TimeSpan time) => now += time;

    public override DateTimeOffset GetUtcNow() => now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now.Ticks;
}
