namespace Mentoring.Host.Demo;

/// <summary>What becomes of a pair.</summary>
internal enum DemoFate
{
    /// <summary>Works as it should, up to the demonstration's first day and on.</summary>
    Works,

    /// <summary>Nobody has written anything down for weeks.</summary>
    FallsSilent,

    /// <summary>A short program, carried out in full.</summary>
    Completes,
    EndedByCurator,
    EndedByMentee,
    Extended,
    Shortened,

    /// <summary>The mentor leaves in winter, another one takes over.</summary>
    MentorReplaced,

    /// <summary>The order is signed, the addendum to the mentor's contract is not: the gate is closed.</summary>
    WaitsForAddendum,

    /// <summary>One meeting is all there is.</summary>
    SingleMeeting,

    /// <summary>Works, and its program is on the way: drafted, agreed on, or approved for a later day.</summary>
    ProgramDrafted,
    ProgramAgreed,
    ProgramApproved,

    /// <summary>Works, with meetings only.</summary>
    WithoutProgram,

    /// <summary>Proposed in the first days of April: agreements, an order are still to come.</summary>
    JustProposed,
    AwaitsOrder,
    InDraftOrder,
}

/// <summary>A pair of the history.</summary>
internal sealed class DemoPair
{
    public required string Step { get; init; }
    public required DemoParticipant Mentor { get; init; }
    public required DemoParticipant Mentee { get; init; }
    public required string Form { get; init; }
    public string? RoleModel { get; init; }
    public string[] Kinds { get; init; } = ["traditional"];
    public string? Topic { get; init; }
    public required DateOnly ProposedOn { get; init; }
    public DemoFate Fate { get; init; }

    /// <summary>The day from which both have agreed.</summary>
    public DateOnly AgreedOn { get; set; }

    /// <summary>The day on which the pair may begin to work; null while it waits.</summary>
    public DateOnly? ActiveOn { get; set; }

    /// <summary>Nothing is written down of it after this day.</summary>
    public DateOnly LastDay { get; set; } = DemoDays.Today;

    public Guid Id { get; set; }
    public long Version { get; set; }
    public bool AddendumDue => Mentor.IsEmployee;
}
