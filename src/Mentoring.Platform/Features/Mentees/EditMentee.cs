using System.Text.Json.Serialization;
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

/// <summary>Writes down anew what is known of a mentee, the person included.</summary>
/// <param name="Requests">All of them, in the order of importance.</param>
/// <param name="LegalRepresentative">One more representative; those recorded stay.</param>
[RequirePermission(MenteePermissions.Edit)]
[RequireIfMatch]
public sealed record EditMentee(
    PersonDetails Person,
    string CategoryCode,
    IReadOnlyList<RequestText> Requests,
    string? SchoolClass = null,
    string? Position = null,
    LegalRepresentativeInput? LegalRepresentative = null
) : ICommand<MenteeChanged>, IMenteeDetails
{
    [JsonIgnore]
    public Guid MenteeId { get; init; }
}

internal sealed class EditMenteeValidator : AbstractValidator<EditMentee>
{
    public EditMenteeValidator()
    {
        this.AddMenteeRules();
        RuleFor(r => r.Person).SetValidator(new PersonDetailsValidator());
    }
}

internal static class EditMenteeEndpoint
{
    public static void MapEditMentee(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{menteeId:guid}",
                (Guid menteeId, EditMentee body, Dispatcher send) => send.Ok(body with { MenteeId = menteeId })
            )
            .Describes<EditMentee, MenteeChanged>(
                "Writes down anew what is known of a mentee",
                PersonErrors.AlreadyKnown,
                PersonErrors.BirthDateImpossible,
                PersonErrors.PersonOrDetails,
                PersonErrors.Unknown,
                PersonErrors.RepresentsHimself,
                PersonErrors.RepresentativeIsMinor,
                PersonErrors.NeedsNoRepresentative,
                PersonErrors.AuthorityDocumentRequired,
                PersonErrors.AlreadyRepresented,
                ReferenceErrors.UnknownCode,
                MenteeErrors.TooManyRequests,
                MenteeErrors.RequestsRequired,
                MenteeErrors.RepresentativeRequired,
                MenteeErrors.WrongState,
                MenteeErrors.Blocked
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
                    schoolClass = "8Б",
                    requests = new List<object> { new { topicCode = "projectPreparation" } },
                }
            );
}

internal sealed class EditMenteeHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people,
    ReferenceCodes codes,
    ConsentStandings standings
) : IRequestHandler<EditMentee, Result<MenteeChanged>>
{
    public async Task<Result<MenteeChanged>> Handle(EditMentee request, CancellationToken cancellationToken)
    {
        var mentee = await db.Set<MenteeProfile>()
            .SingleOrDefaultAsync(m => m.Id == request.MenteeId, cancellationToken);
        if (mentee is null)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(mentee.Version).Error is { } stale)
            return stale;
        if ((await codes.Check(request.Codes(), cancellationToken)).Error is { } unknownCode)
            return unknownCode;
        if (mentee.Edit(request.Details()).Error is { } error)
            return error;

        var today = calendar.Today(scope.Tenant);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == mentee.PersonId, cancellationToken);
        var edited = await people.Edit(person, request.Person, today, cancellationToken);
        if (edited.Error is { } wrongPerson)
            return wrongPerson;
        var represented = await people.Represent(
            person,
            request.LegalRepresentative,
            MenteeErrors.RepresentativeRequired,
            today,
            cancellationToken
        );
        if (represented.Error is { } unrepresented)
            return unrepresented;
        // The consent may have come before the requests.
        var standing = (await standings.Of([person.Id], cancellationToken))[person.Id];
        if (standing.IsValid)
            mentee.ConsentGiven();
        return MenteeChanged.Of(mentee);
    }
}
