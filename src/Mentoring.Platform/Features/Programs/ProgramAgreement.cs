using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Programs;

/// <summary>As whom somebody agrees to a program.</summary>
public enum ProgramParty
{
    Mentor,
    Mentee,
    Curator,
}

/// <summary>Somebody whose agreement a program needs.</summary>
/// <param name="PersonId">Null for the curator: whoever holds that duty.</param>
public sealed record ProgramSigner(ProgramParty Party, Guid? PersonId)
{
    public static readonly ProgramSigner Curator = new(ProgramParty.Curator, null);
}

/// <summary>One party's agreement to one exact edition; a later edition leaves it behind.</summary>
public sealed class ProgramAgreement : ITenantOwned
{
    private ProgramAgreement() { }

    public Guid TenantId { get; private set; }
    public Guid Id { get; private init; }
    public Guid ProgramId { get; private init; }
    public int Edition { get; private init; }
    public ProgramParty Party { get; private init; }

    /// <summary>Who agreed; for the curator the person who held the duty, if he is a person of the organization.</summary>
    public Guid? PersonId { get; private init; }
    public DateOnly AgreedOn { get; private init; }

    /// <summary>Signed by hand, and put down here by the curator.</summary>
    public bool OnPaper { get; private init; }

    internal static ProgramAgreement Of(Guid programId, int edition, Agreement said) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            ProgramId = programId,
            Edition = edition,
            Party = said.Signer.Party,
            PersonId = said.Signer.PersonId ?? said.CuratorPersonId,
            AgreedOn = said.On,
            OnPaper = said.OnPaper,
        };

    internal bool IsOf(ProgramSigner signer) =>
        Party == signer.Party && (signer.PersonId is null || PersonId == signer.PersonId);
}

/// <summary>Who agrees, when and how.</summary>
public sealed record Agreement(ProgramSigner Signer, DateOnly On, bool OnPaper = false, Guid? CuratorPersonId = null);
