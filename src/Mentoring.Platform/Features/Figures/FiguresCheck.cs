using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Figures;

/// <summary>The last night in which a tenant's roll-up was compared with what counting again gives.</summary>
public sealed class FiguresCheck : IUpward
{
    public Guid TenantId { get; internal set; }
    public required Guid[] Lineage { get; init; }

    /// <summary>The region's date, the same for its whole tree.</summary>
    public DateOnly Night { get; set; }
    public DateTimeOffset CheckedAt { get; set; }
}

/// <summary>A roll-up that was not what counting again gave; it was written anew at once.</summary>
public sealed class FiguresDrift : IUpward
{
    public Guid TenantId { get; internal set; }
    public required Guid[] Lineage { get; init; }
    public required DateOnly Night { get; init; }
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>Names of the figures in camelCase; no values.</summary>
    public required string[] Figures { get; init; }
}
