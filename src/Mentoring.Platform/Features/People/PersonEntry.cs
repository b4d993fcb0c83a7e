using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.People;

/// <summary>Says who represents a minor: a recorded person or a new one.</summary>
public sealed record LegalRepresentativeInput(
    LegalRelation Relation,
    Guid? PersonId = null,
    PersonDetails? Person = null,
    string? AuthorityDocument = null
);

/// <summary>People as requests name them: one that is recorded, or the details of a new one.</summary>
public sealed class PersonEntry(MentoringDbContext db, RequestScope scope)
{
    /// <summary>Where in a request the legal representative is.</summary>
    private const string Representative = "/legalRepresentative";

    /// <param name="pointer">Where in the request the person is; empty at its root.</param>
    public async Task<Result<Person>> Find(
        Guid? personId,
        PersonDetails? details,
        DateOnly today,
        string pointer,
        CancellationToken ct
    )
    {
        if (personId is null == details is null)
            return PersonErrors.PersonOrDetails.At($"{pointer}/personId");
        if (personId is not null)
        {
            var known = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == personId, ct);
            return known is null ? PersonErrors.Unknown.At($"{pointer}/personId") : known;
        }
        if (await Same(details!, ct) is { } same)
            return PersonErrors.AlreadyKnown.With("personId", same).At($"{pointer}/person");
        var registered = Person.Register(details!, today);
        if (registered.Error is { } error)
            return error.At($"{pointer}/person/birthDate");
        db.Add(registered.Value);
        return registered;
    }

    /// <summary>Refuses new details that are those of somebody else here.</summary>
    public async Task<Result> CheckOthers(Person person, PersonDetails details, CancellationToken ct) =>
        !person.IsCalled(details) && await Same(details, ct) is { } same
            ? PersonErrors.AlreadyKnown.With("personId", same)
            : Result.Ok;

    /// <summary>Records whom the request names; a minor for whom nobody stands is refused with the given error.</summary>
    public async Task<Result> RequireRepresentative(
        Person person,
        LegalRepresentativeInput? input,
        Error required,
        DateOnly today,
        CancellationToken ct
    )
    {
        if (input is not null)
            return (await Represent(person, input, today, ct)).Error is { } refusal ? refusal : Result.Ok;
        var isRepresented =
            !person.IsMinorOn(today) || await db.Set<LegalRepresentation>().AnyAsync(r => r.MinorId == person.Id, ct);
        return isRepresented ? Result.Ok : required.At(Representative);
    }

    /// <summary>Records whom the request names as legal representative.</summary>
    public async Task<Result<LegalRepresentation>> Represent(
        Person person,
        LegalRepresentativeInput input,
        DateOnly today,
        CancellationToken ct
    )
    {
        var found = await Find(input.PersonId, input.Person, today, Representative, ct);
        if (found.Error is { } unknown)
            return unknown;
        var representative = found.Value;
        var isRecorded = await db.Set<LegalRepresentation>()
            .AnyAsync(r => r.MinorId == person.Id && r.RepresentativeId == representative.Id, ct);
        if (isRecorded)
            return PersonErrors.AlreadyRepresented.At(Representative);
        var representation = LegalRepresentation.Record(
            person,
            representative,
            input.Relation,
            input.AuthorityDocument,
            today
        );
        if (representation.Error is { } error)
            return error.At(Representative);
        var isOdd = LegalRepresentation.IsTooYoung(input.Relation, representative.BirthDate, person.BirthDate);
        if (isOdd && scope.Warn(PersonErrors.ParentTooYoung).Error is { } odd)
            return odd.At(Representative);
        db.Add(representation.Value);
        NoteParticipation(representative);
        return representation;
    }

    /// <summary>What a person with an account is or is called has changed: the account follows.</summary>
    public void NoteParticipation(Person person)
    {
        if (person.HasAccount)
            db.Enqueue(PersonWork.ParticipationChanged, person.Id.ToString());
    }

    /// <summary>Who is recorded under this name and birth date, unless the details say that it is somebody else.</summary>
    private async Task<Guid?> Same(PersonDetails details, CancellationToken ct)
    {
        if (!string.IsNullOrEmpty(details.NamesakeReason))
            return null;
        var text = Person.SearchTextOf(details);
        return await db.Set<Person>()
            .Where(p => p.SearchText == text && p.BirthDate == details.BirthDate)
            .OrderBy(p => p.Id)
            .Select(p => (Guid?)p.Id)
            .FirstOrDefaultAsync(ct);
    }
}

public static class PersonWork
{
    /// <summary>What a person with an account is here, or how he is called, has changed; the key is his id.</summary>
    public const string ParticipationChanged = "person.participation_changed";
}
