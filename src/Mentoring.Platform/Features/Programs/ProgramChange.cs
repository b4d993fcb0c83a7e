using System.Text.Json;
using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Programs;

public enum ProgramChangeKind
{
    Extension,
    Shortening,
    Amendment,
}

public enum ProgramChangeState
{
    Proposed,
    InForce,

    /// <summary>A later proposal has taken its place.</summary>
    Superseded,
}

/// <summary>
/// A proposal to change a program that is being carried out. It is the program's next edition, in force once all members
/// have agreed to that edition; what it replaces stays readable in the editions before.
/// </summary>
public sealed class ProgramChange : ITenantOwned
{
    private ProgramChange() { }

    public Guid TenantId { get; private set; }
    public Guid Id { get; private init; }
    public Guid ProgramId { get; private init; }
    public ProgramChangeKind Kind { get; private init; }

    /// <summary>The edition that it will be, or is.</summary>
    public int Edition { get; private init; }
    public string Reason { get; private init; } = "";
    public DateOnly ProposedOn { get; private init; }
    public ProgramParty ProposedBy { get; private init; }
    public DateOnly EndsOnBefore { get; private init; }

    /// <summary>The new last day, where the term is what changes.</summary>
    public DateOnly? EndsOnAfter { get; private init; }

    /// <summary>The <see cref="ProgramAmendment"/> as JSON, where the content is what changes.</summary>
    public string? Amendment { get; private init; }
    public ProgramChangeState State { get; internal set; }
    public DateOnly? InForceOn { get; internal set; }

    internal static ProgramChange OfTerm(MentoringProgram program, int edition, DateOnly endsOn, Proposal said) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ProgramId = program.Id,
            Kind = endsOn > program.EndsOn ? ProgramChangeKind.Extension : ProgramChangeKind.Shortening,
            Edition = edition,
            Reason = said.Reason,
            ProposedOn = said.On,
            ProposedBy = said.By.Party,
            EndsOnBefore = program.EndsOn,
            EndsOnAfter = endsOn,
        };

    internal static ProgramChange OfContent(
        MentoringProgram program,
        int edition,
        ProgramAmendment amendment,
        Proposal said
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ProgramId = program.Id,
            Kind = ProgramChangeKind.Amendment,
            Edition = edition,
            Reason = said.Reason,
            ProposedOn = said.On,
            ProposedBy = said.By.Party,
            EndsOnBefore = program.EndsOn,
            Amendment = JsonSerializer.Serialize(amendment, ProgramEdition.Json),
        };

    internal ProgramAmendment ReadAmendment() =>
        JsonSerializer.Deserialize<ProgramAmendment>(Amendment!, ProgramEdition.Json)!;
}

/// <summary>Who proposes a change, when and why.</summary>
public sealed record Proposal(ProgramSigner By, DateOnly On, string Reason);
