using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Platform.Work;

public enum WorkOutcome
{
    Done,

    /// <summary>It is tried again.</summary>
    Failed,

    /// <summary>It has failed too often and waits for an operator.</summary>
    Parked,
}

/// <summary>
/// One attempt at a work item, written where it says something: each that failed, and each of a period of a whole
/// region. All the others are counted in <see cref="WorkTally"/>. Nobody's data is in it.
/// </summary>
public sealed class WorkRun : IUpward
{
    public Guid TenantId { get; init; }
    public required Guid[] Lineage { get; init; }
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required int DurationMs { get; init; }
    public required WorkOutcome Outcome { get; init; }

    /// <summary>Types of the failure, and what PostgreSQL calls it; never its message.</summary>
    public string? Reason { get; init; }
    public required int Attempt { get; init; }

    /// <summary>The process; see <see cref="WorkNode"/>.</summary>
    public required string Node { get; init; }
}

/// <summary>What a region's items of a kind came to in an hour.</summary>
public sealed class WorkTally : IUpward
{
    public Guid TenantId { get; init; }
    public required Guid[] Lineage { get; init; }
    public required string Kind { get; init; }
    public required DateTimeOffset Hour { get; init; }
    public required int Runs { get; init; }
    public required int Failures { get; init; }
    public required long TotalMs { get; init; }
    public required int LongestMs { get; init; }
    public required DateTimeOffset LastAt { get; init; }
}
