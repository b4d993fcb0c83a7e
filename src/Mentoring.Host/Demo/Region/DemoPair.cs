namespace Mentoring.Host.Demo.Region;

/// <summary>A pair of the history.</summary>
internal sealed class DemoPair(DemoPerson mentor, DemoPerson mentee, string form, DemoFate fate, DemoWave wave)
{
    public DemoPerson Mentor => mentor;

    public DemoPerson Mentee => mentee;

    public string Form => form;

    public DemoFate Fate => fate;

    public DemoWave Wave => wave;
    public string? RoleModel { get; init; }
    public string Kind { get; init; } = "traditional";

    public Guid Id { get; set; }
    public Guid? ProgramId { get; set; }

    /// <summary>An approved one.</summary>
    public bool HasProgram { get; set; }

    /// <summary>What of it will get done and is not yet.</summary>
    public List<DemoActivity> Plan { get; } = [];
    public bool IsActive { get; set; }
    public DateOnly? NextMeeting { get; set; }
    public int Meetings { get; set; }
}

/// <summary>A line of a program's plan that will get done.</summary>
internal sealed record DemoActivity(Guid Id, DateOnly DoneOn, string Result);

/// <summary>What becomes of a pair.</summary>
internal enum DemoFate
{
    /// <summary>Its program is carried out, with an activity left undone here and there.</summary>
    Works,

    /// <summary>Its program is behind: half of what was planned is overdue.</summary>
    Lags,

    /// <summary>No meeting since winter.</summary>
    FallsSilent,

    /// <summary>A short program, carried out in full.</summary>
    Completes,
    EndedByMentor,
    EndedByMentee,
    EndedByMutualDecision,
    EndedByCurator,

    /// <summary>Takes over the mentee of a pair whose mentor has left.</summary>
    TakesOver,

    /// <summary>The young colleague teaches the experienced one.</summary>
    Reverse,
    Extended,

    /// <summary>The curator has asked for a later end, nobody has answered yet.</summary>
    ExtensionAsked,
    Shortened,

    /// <summary>Meetings only.</summary>
    WithoutProgram,

    /// <summary>One meeting is all there is.</summary>
    SingleMeeting,

    /// <summary>A consent has been withdrawn, or its term is over: the gate is closed again.</summary>
    ConsentWithdrawn,
    ConsentExpired,

    /// <summary>Ordered in March; the program is drafted, agreed on, approved for a later day.</summary>
    ProgramDrafted,
    ProgramAgreed,
    ProgramApproved,

    /// <summary>Ordered in March; the addendum to the mentor's contract is not signed.</summary>
    WaitsForAddendum,

    /// <summary>Proposed in April.</summary>
    Proposed,
    Declined,
    AwaitsOrder,
    InDraftOrder,
}

/// <summary>When a pair is found. Everything that follows has its days in <see cref="DemoTimeline"/>.</summary>
internal enum DemoWave
{
    LastYear,
    Autumn,
    Winter,
    Spring,
    April,
}
