using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <param name="Representatives">Who represents the person before the law, while a minor.</param>
public sealed record TeamPerson(Guid PersonId, TeamSide Side, IReadOnlyList<Guid> Representatives)
{
    public ProgramSigner Signer => new(Side == TeamSide.Mentor ? ProgramParty.Mentor : ProgramParty.Mentee, PersonId);
}

/// <summary>The pair of a program, as far as rules about programs and meetings look at it.</summary>
public sealed record ProgramTeam(
    Guid PairId,
    PairState State,
    DateOnly? ActiveSince,
    IReadOnlyList<string> KindCodes,
    IReadOnlyList<TeamPerson> Members
)
{
    public bool IsEnded => State is PairState.Closed or PairState.Declined;

    public ProgramBasis Basis =>
        Members.Count(m => m.Side == TeamSide.Mentee) > 1 ? ProgramBasis.Group : ProgramBasis.Individual;

    /// <summary>Whose consent a change of the program needs.</summary>
    public IReadOnlyList<ProgramSigner> Signers => [.. Members.Select(m => m.Signer)];

    /// <summary>Whose agreement the program needs.</summary>
    public IReadOnlyList<ProgramSigner> AllSigners => [.. Signers, ProgramSigner.Curator];

    /// <summary>As a member himself.</summary>
    public IEnumerable<ProgramSigner> MembershipsOf(Actor actor) =>
        Members.Where(m => actor.Is(m.PersonId)).Select(m => m.Signer);

    /// <summary>The minors whom he represents here.</summary>
    public IEnumerable<ProgramSigner> RepresentedBy(Actor actor) =>
        Members.Where(m => m.Representatives.Any(actor.Is)).Select(m => m.Signer);

    internal static async Task<ProgramTeam?> Load(
        MentoringDbContext db,
        Guid pairId,
        DateOnly today,
        CancellationToken ct
    )
    {
        var bornAfter = today.AddYears(-Age.OfMajority);
        return await db.Set<MentoringTeam>()
            .Where(t => t.Id == pairId)
            .Select(t => new ProgramTeam(
                t.Id,
                t.State,
                t.ActiveSince,
                t.KindCodes,
                t.Members.OrderByDescending(m => m.Side)
                    .ThenBy(m => m.PersonId)
                    .Select(m => new TeamPerson(
                        m.PersonId,
                        m.Side,
                        db.Set<LegalRepresentation>()
                            .Where(r => r.MinorId == m.PersonId)
                            .Join(
                                db.Set<Person>().Where(p => p.BirthDate > bornAfter),
                                r => r.MinorId,
                                p => p.Id,
                                (r, p) => r.RepresentativeId
                            )
                            .ToList()
                    ))
                    .ToList()
            ))
            .SingleOrDefaultAsync(ct);
    }
}
