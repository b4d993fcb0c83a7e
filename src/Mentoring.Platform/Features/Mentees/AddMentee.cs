using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Consents;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Mentees;

/// <summary>Enters a mentee: a person recorded here already, or a new one.</summary>
/// <param name="SchoolClass">Of a schoolchild.</param>
/// <param name="Position">Of somebody who works.</param>
/// <param name="Requests">In the order of importance; empty while they are not known.</param>
/// <param name="LegalRepresentative">Required of a mentee under age who has none recorded.</param>
[RequirePermission(MenteePermissions.Add)]
public sealed record AddMentee(
    string CategoryCode,
    IReadOnlyList<RequestText> Requests,
    Guid? PersonId = null,
    PersonDetails? Person = null,
    string? SchoolClass = null,
    string? Position = null,
    LegalRepresentativeInput? LegalRepresentative = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<MenteeChanged>, IMenteeDetails, IConfirmable;

internal sealed class AddMenteeValidator : AbstractValidator<AddMentee>
{
    public AddMenteeValidator()
    {
        this.AddMenteeRules();
        RuleFor(r => r.Person!).SetValidator(new PersonDetailsValidator()).When(r => r.Person is not null);
        RuleFor(r => r.LegalRepresentative!)
            .SetValidator(new LegalRepresentativeValidator())
            .When(r => r.LegalRepresentative is not null);
    }
}

internal static class AddMenteeEndpoint
{
    public static void MapAddMentee(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (AddMentee body, Dispatcher send) => send.Created(body))
            .DescribesCreation<AddMentee, MenteeChanged>(
                "Enters a mentee",
                [
                    .. PersonErrors.OfRepresenting,
                    ReferenceErrors.UnknownCode,
                    MenteeErrors.AlreadyRegistered,
                    MenteeErrors.TooManyRequests,
                    MenteeErrors.RepresentativeRequired,
                ]
            )
            .WithExample(
                new
                {
                    person = new
                    {
                        familyName = "Лужин",
                        givenName = "Егор",
                        birthDate = "2012-10-03",
                    },
                    categoryCode = "student",
                    schoolClass = "8А",
                    requests = new List<object>
                    {
                        new { topicCode = "subjectGaps", text = "Геометрия, тема «Подобие»" },
                    },
                    legalRepresentative = new
                    {
                        relation = "parent",
                        person = new
                        {
                            familyName = "Лужина",
                            givenName = "Ольга",
                            patronymic = "Сергеевна",
                            birthDate = "1985-01-30",
                        },
                        authorityDocument = "Свидетельство о рождении",
                    },
                }
            );
}

internal sealed class AddMenteeHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people,
    ReferenceCodes codes,
    ConsentStandings standings
) : IRequestHandler<AddMentee, Result<MenteeChanged>>
{
    public async Task<Result<MenteeChanged>> Handle(AddMentee request, CancellationToken cancellationToken)
    {
        if ((await codes.Check(request.Codes(), cancellationToken)).Error is { } unknownCode)
            return unknownCode;
        var today = calendar.Today(scope.Tenant);
        var found = await people.Find(request.PersonId, request.Person, today, "", cancellationToken);
        if (found.Error is { } unknown)
            return unknown;
        var person = found.Value;
        if (await db.Set<MenteeProfile>().AnyAsync(m => m.PersonId == person.Id, cancellationToken))
            return MenteeErrors.AlreadyRegistered;
        var represented = await people.RequireRepresentative(
            person,
            request.LegalRepresentative,
            MenteeErrors.RepresentativeRequired,
            today,
            cancellationToken
        );
        if (represented.Error is { } unrepresented)
            return unrepresented;

        var registered = MenteeProfile.Register(person.Id, request.Details());
        if (registered.Error is { } error)
            return error;
        var mentee = registered.Value;
        person.BecomeMentee();
        people.NoteParticipation(person);
        // Somebody who takes part already, as a mentor, may have consented.
        if (request.PersonId is not null)
        {
            var standing = (await standings.Of([person.Id], cancellationToken))[person.Id];
            if (standing.IsValid)
                mentee.ConsentGiven();
        }
        db.Add(mentee);
        return MenteeChanged.Of(mentee);
    }
}
