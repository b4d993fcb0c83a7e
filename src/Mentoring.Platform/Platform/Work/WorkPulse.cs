using System.Collections.Concurrent;

namespace Mentoring.Platform.Platform.Work;

/// <summary>When each turn of the loop was last seen between two items: a loop that hangs is seen by its silence.</summary>
public sealed class WorkPulse(TimeProvider clock)
{
    /// <summary>No item may take as long: a statement is cut off after seconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, DateTimeOffset> beats = new();

    public void Beat(int turn) => beats[turn] = clock.GetUtcNow();

    /// <summary>A turn that has ended is not missed.</summary>
    public void End(int turn) => beats.TryRemove(turn, out _);

    public bool IsStuck => beats.Values.Any(beat => clock.GetUtcNow() - beat > Longest);
}
