using Mentoring.Platform.Platform.Data;
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
public sealed class PersonEntry(MentoringDbContext db)
{
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

    /// <summary>Writes down new details, unless they are those of somebody else here.</summary>
    public async Task<Result> Edit(Person person, PersonDetails details, DateOnly today, CancellationToken ct)
    {
        if (!person.IsCalled(details) && await Same(details, ct) is { } same)
            return PersonErrors.AlreadyKnown.With("personId", same).At("/person");
        return person.Edit(details, today) is { Error: { } error } ? error.At("/person/birthDate") : Result.Ok;
    }

    /// <summary>
    /// Records whom the request names as legal representative. A minor without any is refused with the given error.
    /// </summary>
    public async Task<Result> Represent(
        Person person,
        LegalRepresentativeInput? input,
        Error required,
        DateOnly today,
        CancellationToken ct
    )
    {
        const string Pointer = "/legalRepresentative";
        if (input is null)
        {
            var isRepresented =
                !person.IsMinorOn(today)
                || await db.Set<LegalRepresentation>().AnyAsync(r => r.MinorId == person.Id, ct);
            return isRepresented ? Result.Ok : required.At(Pointer);
        }
        var found = await Find(input.PersonId, input.Person, today, Pointer, ct);
        if (found.Error is { } unknown)
            return unknown;
        var representative = found.Value;
        var recorded = await db.Set<LegalRepresentation>()
            .AnyAsync(r => r.MinorId == person.Id && r.RepresentativeId == representative.Id, ct);
        if (recorded)
            return PersonErrors.AlreadyRepresented.At(Pointer);
        var representation = LegalRepresentation.Record(
            person,
            representative,
            input.Relation,
            input.AuthorityDocument,
            today
        );
        if (representation.Error is { } error)
            return error.At(Pointer);
        db.Add(representation.Value);
        NoteParticipation(representative);
        return Result.Ok;
    }

    /// <summary>What a person with an account is here has changed: the roles of the account follow.</summary>
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
    /// <summary>A person with an account has become a mentor, mentee or representative too; the key is his id.</summary>
    public const string ParticipationChanged = "person.participation_changed";
}
