using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.People;

public static class PersonErrors
{
    public static readonly Error BirthDateImpossible = new(
        ErrorKind.Invalid,
        "person.birth_date_impossible",
        "The birth date is in the future or too long ago."
    );
    public static readonly Error AlreadyKnown = new(
        ErrorKind.Conflict,
        "person.already_known",
        "A person of this name and birth date is recorded here already; use that one, or say why this is another."
    );
    public static readonly Error Unknown = new(
        ErrorKind.Invalid,
        "person.unknown",
        "There is no such person in this organization."
    );
    public static readonly Error PersonOrDetails = new(
        ErrorKind.Invalid,
        "person.id_or_details",
        "Say either which recorded person it is, or the details of a new one."
    );
    public static readonly Error RepresentsHimself = new(
        ErrorKind.Conflict,
        "person.represents_himself",
        "Nobody is his own legal representative."
    );
    public static readonly Error RepresentativeIsMinor = new(
        ErrorKind.Conflict,
        "person.representative_is_minor",
        "A legal representative is of age."
    );
    public static readonly Error NeedsNoRepresentative = new(
        ErrorKind.Conflict,
        "person.needs_no_representative",
        "Somebody of age has no legal representative here."
    );
    public static readonly Error AuthorityDocumentRequired = new(
        ErrorKind.Invalid,
        "person.authority_document_required",
        "A guardian or custodian shows by which paper he is one."
    );
    public static readonly Error AlreadyRepresented = new(
        ErrorKind.Conflict,
        "person.already_represented",
        "This legal representative of this person is recorded already."
    );
    public static readonly Error ParentTooYoung = new(
        ErrorKind.Conflict,
        "person.parent_too_young",
        "A parent is at least 12 years older than the child."
    )
    {
        IsConfirmable = true,
    };

    /// <summary>What can be said against whoever is named as somebody new or known.</summary>
    public static readonly Error[] OfEntry = [PersonOrDetails, Unknown, AlreadyKnown, BirthDateImpossible];

    /// <summary>What can be said against whoever is named as legal representative.</summary>
    public static readonly Error[] OfRepresenting =
    [
        .. OfEntry,
        RepresentsHimself,
        RepresentativeIsMinor,
        NeedsNoRepresentative,
        AuthorityDocumentRequired,
        AlreadyRepresented,
        ParentTooYoung,
    ];
}
