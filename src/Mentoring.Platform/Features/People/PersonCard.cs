using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Platform.Features.People;

/// <summary>A person as profiles and lists show him.</summary>
public sealed record PersonCard(
    Guid Id,
    long Version,
    string FamilyName,
    string GivenName,
    string? Patronymic,
    DateOnly BirthDate,
    bool IsMinor,
    string? Email,
    string? Phone,
    bool HasAccount
) : IVersioned
{
    public static PersonCard Of(Person person, DateOnly today) =>
        new(
            person.Id,
            person.Version,
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
/// <param name="Id">Of the representation.</param>
public sealed record RepresentativeCard(
    Guid Id,
    Guid PersonId,
    string Name,
    LegalRelation Relation,
    string? AuthorityDocument
);
