using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
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

namespace Mentoring.Platform.Features.Mentors;

/// <summary>Writes down anew what is known of a mentor, the person included.</summary>
/// <param name="LegalRepresentative">One more representative; those recorded stay.</param>
[RequirePermission(MentorPermissions.Edit)]
[RequireIfMatch]
public sealed record EditMentor(
    PersonDetails Person,
    string Position,
    IReadOnlyList<string> SubjectCodes,
    IReadOnlyList<string> CompetenceCodes,
    int Capacity,
    bool IsEmployee,
    string? PositionCode = null,
    string? Employer = null,
    LegalRepresentativeInput? LegalRepresentative = null
) : ICommand<MentorChanged>, IMentorDetails
{
    [JsonIgnore]
    public Guid MentorId { get; init; }
}

internal sealed class EditMentorValidator : AbstractValidator<EditMentor>
{
    public EditMentorValidator()
    {
        this.AddMentorRules();
        RuleFor(r => r.Person).SetValidator(new PersonDetailsValidator());
    }
}

internal static class EditMentorEndpoint
{
    public static void MapEditMentor(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{mentorId:guid}",
                (Guid mentorId, EditMentor body, Dispatcher send) => send.Ok(body with { MentorId = mentorId })
            )
            .Describes<EditMentor, MentorChanged>(
                "Writes down anew what is known of a mentor",
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
                MentorErrors.CapacityOutOfRange,
                MentorErrors.EmployerRequired,
                MentorErrors.RepresentativeRequired,
                MentorErrors.WrongState,
                MentorErrors.Blocked
            )
            .WithExample(
                new
                {
                    person = new
                    {
                        familyName = "Берёзкина",
                        givenName = "Нина",
                        patronymic = "Павловна",
                        birthDate = "1979-04-12",
                    },
                    position = "учитель математики",
                    positionCode = "teacher",
                    subjectCodes = new List<string> { "mathematics" },
                    competenceCodes = new List<string> { "modernLesson" },
                    capacity = 3,
                    isEmployee = true,
                }
            );
}

internal sealed class EditMentorHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people,
    ReferenceCodes codes
) : IRequestHandler<EditMentor, Result<MentorChanged>>
{
    public async Task<Result<MentorChanged>> Handle(EditMentor request, CancellationToken cancellationToken)
    {
        var mentor = await db.Set<MentorProfile>()
            .SingleOrDefaultAsync(m => m.Id == request.MentorId, cancellationToken);
        if (mentor is null)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(mentor.Version).Error is { } stale)
            return stale;
        if ((await codes.Check(request.Codes(), cancellationToken)).Error is { } unknownCode)
            return unknownCode;
        if (mentor.Edit(request.Details()).Error is { } error)
            return error;

        var today = calendar.Today(scope.Tenant);
        var person = await db.Set<Person>().SingleAsync(p => p.Id == mentor.PersonId, cancellationToken);
        var edited = await people.Edit(person, request.Person, today, cancellationToken);
        if (edited.Error is { } wrongPerson)
            return wrongPerson;
        var represented = await people.Represent(
            person,
            request.LegalRepresentative,
            MentorErrors.RepresentativeRequired,
            today,
            cancellationToken
        );
        return represented.Error is { } unrepresented ? unrepresented : MentorChanged.Of(mentor);
    }
}
