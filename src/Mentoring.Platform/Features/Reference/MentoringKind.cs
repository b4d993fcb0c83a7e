using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Reference;

/// <summary>A kind of mentoring: how it goes, with the rules that the kind itself sets.</summary>
public sealed class MentoringKind : IDownward
{
    public Guid TenantId { get; internal set; }
    public required string Code { get; init; }
    public required string Name { get; set; }

    /// <summary>Shortest term of a program; null where the setting decides.</summary>
    public int? MinMonths { get; set; }

    /// <summary>Longest term of a program; null where the setting decides.</summary>
    public int? MaxMonths { get; set; }

    /// <summary>One meeting is all there is.</summary>
    public bool SingleMeeting { get; set; }
    public bool NeedsProgram { get; set; } = true;
    public int MinMentees { get; set; } = 1;

    /// <summary>Null where nothing limits them.</summary>
    public int? MaxMentees { get; set; }
    public required int Sort { get; set; }
    public bool IsActive { get; set; } = true;
}
