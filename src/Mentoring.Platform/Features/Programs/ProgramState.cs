using System.Text.Json.Serialization;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Http;

namespace Mentoring.Platform.Features.Programs;

public enum ProgramState
{
    Draft,

    /// <summary>All parties have agreed on one edition.</summary>
    Agreed,
    Approved,
    Active,
    Completed,
    EndedByMentor,
    EndedByMentee,
    EndedByMutualDecision,
    EndedByCurator,
}

public static class ProgramStates
{
    /// <summary>From the first draft to the end of work; a pair has one program in these.</summary>
    public static readonly ProgramState[] Live =
    [
        ProgramState.Draft,
        ProgramState.Agreed,
        ProgramState.Approved,
        ProgramState.Active,
    ];

    public static bool IsLive(this ProgramState state) => Live.Contains(state);

    public static bool IsEditable(this ProgramState state) => state is ProgramState.Draft or ProgramState.Agreed;
}

/// <summary>Number and date of minutes or of an order.</summary>
public sealed record ApprovalDocument([property: JsonConverter(typeof(PaperNumberText))] string Number, DateOnly Date);

/// <summary>Who approved, when and by which document.</summary>
public sealed record ProgramApproval(ProgramApprover Approver, DateOnly ApprovedOn, ApprovalDocument? Document);

/// <summary>How a program ended.</summary>
/// <param name="State">One of the states after Active.</param>
public sealed record ProgramEnding(ProgramState State, DateOnly EndedOn, ClosingCause? Cause, string? Explanation);
