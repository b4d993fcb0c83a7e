using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.People;

/// <summary>By what right somebody represents a minor.</summary>
public enum LegalRelation
{
    Parent,
    AdoptiveParent,
    Guardian,
    Custodian,
}

/// <summary>Who represents a minor before the law.</summary>
public sealed class LegalRepresentation : Aggregate
{
    /// <summary>Parents who are not even so many years older than the child are mostly a slip of the pen.</summary>
    public const int LeastYearsOfParent = 12;

    private LegalRepresentation() { }

    public Guid MinorId { get; private init; }
    public Guid RepresentativeId { get; private init; }
    public LegalRelation Relation { get; private set; }

    /// <summary>The paper that proves it: certificate of birth, decision on guardianship.</summary>
    public string? AuthorityDocument { get; private set; }

    /// <summary>The day on which the end was recorded; null while it holds.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string? EndReason { get; private set; }

    public static bool IsTooYoung(LegalRelation relation, DateOnly representativeBorn, DateOnly minorBorn) =>
        relation is LegalRelation.Parent or LegalRelation.AdoptiveParent
        && representativeBorn.AddYears(LeastYearsOfParent) > minorBorn;

    public static Result<LegalRepresentation> Record(
        Person minor,
        Person representative,
        LegalRelation relation,
        string? authorityDocument,
        DateOnly today
    )
    {
        if (minor.Id == representative.Id)
            return PersonErrors.RepresentsHimself;
        if (!minor.IsMinorOn(today))
            return PersonErrors.NeedsNoRepresentative;
        if (representative.IsMinorOn(today))
            return PersonErrors.RepresentativeIsMinor;
        var paper = string.IsNullOrWhiteSpace(authorityDocument) ? null : authorityDocument;
        if (paper is null && relation is (LegalRelation.Guardian or LegalRelation.Custodian))
            return PersonErrors.AuthorityDocumentRequired;
        representative.BecomeRepresentative();
        var representation = new LegalRepresentation
        {
            MinorId = minor.Id,
            RepresentativeId = representative.Id,
            Relation = relation,
            AuthorityDocument = paper,
        };
        representation.Changed();
        return representation;
    }

    public void End(string reason, DateOnly today)
    {
        EndedOn = today;
        EndReason = reason;
        Changed();
    }
}
