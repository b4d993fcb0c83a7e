namespace Mentoring.Platform.Features.Pairs;

/// <summary>
/// What shows that a pair worked on a day. Meetings and programs stand on pairs and not the other way round, so they
/// come in by this.
/// </summary>
public interface IPairHistory
{
    /// <summary>Days after the given one on which something of the pair is recorded.</summary>
    Task<IReadOnlyList<DateOnly>> DaysAfter(Guid pairId, DateOnly day, CancellationToken ct);
}
