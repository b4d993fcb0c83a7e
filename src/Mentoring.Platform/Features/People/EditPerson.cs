using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.People;

/// <summary>
/// Puts right what is written down about a person: mentor, mentee or legal representative, in whatever state. The law
/// (152-FZ, article 14) gives the right to correction also to those who are through.
/// </summary>
[RequirePermission(PersonPermissions.Edit)]
[RequireIfMatch]
public sealed record EditPerson(PersonDetails Person, IReadOnlyList<string>? Confirmed = null)
    : ICommand<PersonChanged>,
        IConfirmable
{
    [JsonIgnore]
    public Guid PersonId { get; init; }
}

/// <summary>What editing a person answers.</summary>
public sealed record PersonChanged(Guid Id, long Version) : IVersioned;

internal sealed class EditPersonValidator : AbstractValidator<EditPerson>
{
    public EditPersonValidator() => RuleFor(r => r.Person).SetValidator(new PersonDetailsValidator());
}

internal static class EditPersonEndpoint
{
    public static void MapEditPerson(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{personId:guid}",
                (Guid personId, EditPerson body, Dispatcher send) => send.Ok(body with { PersonId = personId })
            )
            .Describes<EditPerson, PersonChanged>(
                "Puts right what is written down about a person",
                PersonErrors.AlreadyKnown,
                PersonErrors.BirthDateImpossible,
                PersonErrors.RepresentativeIsMinor,
                PersonErrors.ParentTooYoung
            )
            .WithExample(
                new
                {
                    person = new
                    {
                        familyName = "Лужина",
                        givenName = "Ольга",
                        patronymic = "Сергеевна",
                        birthDate = "1985-01-30",
                        phone = "+7 900 000-00-00",
                    },
                }
            );
}

internal sealed class EditPersonHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people
) : IRequestHandler<EditPerson, Result<PersonChanged>>
{
    public async Task<Result<PersonChanged>> Handle(EditPerson request, CancellationToken cancellationToken)
    {
        var person = await db.Set<Person>().SingleOrDefaultAsync(p => p.Id == request.PersonId, cancellationToken);
        if (person is null)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(person.Version).Error is { } stale)
            return stale;
        if ((await people.CheckOthers(person, request.Person, cancellationToken)).Error is { } known)
            return known.At("/person");
        var isBornAnew = person.BirthDate != request.Person.BirthDate;
        if (person.Edit(request.Person, calendar.Today(scope.Tenant)).Error is { } error)
            return error.At("/person/birthDate");
        if (isBornAnew && (await FitsFamily(person, cancellationToken)).Error is { } odd)
            return odd.At("/person/birthDate");
        people.NoteParticipation(person);
        return new PersonChanged(person.Id, person.Version);
    }

    /// <summary>Whether the birth date goes with those of the children or the parents who are recorded.</summary>
    private async Task<Result> FitsFamily(Person person, CancellationToken ct)
    {
        var births = await db.Set<LegalRepresentation>()
            .Where(r => r.MinorId == person.Id || r.RepresentativeId == person.Id)
            .Select(r => new
            {
                r.Relation,
                IsChild = r.MinorId == person.Id,
                Other = db.Set<Person>()
                    .Where(p => p.Id == (r.MinorId == person.Id ? r.RepresentativeId : r.MinorId))
                    .Select(p => p.BirthDate)
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        return births.Exists(b =>
            b.IsChild
                ? LegalRepresentation.IsTooYoung(b.Relation, b.Other, person.BirthDate)
                : LegalRepresentation.IsTooYoung(b.Relation, person.BirthDate, b.Other)
        )
            ? scope.Warn(PersonErrors.ParentTooYoung)
            : Result.Ok;
    }
}
