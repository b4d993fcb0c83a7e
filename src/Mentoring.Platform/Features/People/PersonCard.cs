namespace Mentoring.Platform.Features.People;

/// <summary>A person as profiles and lists show him.</summary>
public sealed record PersonCard(
    Guid Id,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    DateOnly BirthDate,
    bool IsMinor,
    string? Email,
    string? Phone,
    bool HasAccount
)
{
    public static PersonCard Of(Person person, DateOnly today) =>
        new(
            person.Id,
            person.FamilyName,
            person.GivenName,
            person.Patronymic,
            person.BirthDate,
            person.IsMinorOn(today),
            person.Email,
            person.Phone,
            person.HasAccount
        );
}

/// <summary>A minor's legal representative.</summary>
public sealed record RepresentativeCard(Guid PersonId, string Name, LegalRelation Relation, string? AuthorityDocument);
