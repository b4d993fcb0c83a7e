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

/// <summary>Enters a mentor: a person recorded here already, or a new one.</summary>
/// <param name="Position">As it is called in papers.</param>
/// <param name="Capacity">How many mentees at a time, 1 to 20.</param>
/// <param name="IsEmployee">Employed by this organization.</param>
/// <param name="Employer">Required of a mentor from outside.</param>
/// <param name="LegalRepresentative">Required of a mentor under age who has none recorded.</param>
[RequirePermission(MentorPermissions.Add)]
public sealed record AddMentor(
    string Position,
    IReadOnlyList<string> SubjectCodes,
    IReadOnlyList<string> CompetenceCodes,
    int Capacity,
    bool IsEmployee,
    Guid? PersonId = null,
    PersonDetails? Person = null,
    string? PositionCode = null,
    string? Employer = null,
    LegalRepresentativeInput? LegalRepresentative = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<MentorChanged>, IMentorDetails, IConfirmable;

internal sealed class AddMentorValidator : AbstractValidator<AddMentor>
{
    public AddMentorValidator()
    {
        this.AddMentorRules();
        RuleFor(r => r.Person!).SetValidator(new PersonDetailsValidator()).When(r => r.Person is not null);
        RuleFor(r => r.LegalRepresentative!)
            .SetValidator(new LegalRepresentativeValidator())
            .When(r => r.LegalRepresentative is not null);
    }
}

internal static class AddMentorEndpoint
{
    public static void MapAddMentor(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (AddMentor body, Dispatcher send) => send.Created(body))
            .DescribesCreation<AddMentor, MentorChanged>(
                "Enters a mentor",
                [
                    .. PersonErrors.OfRepresenting,
                    ReferenceErrors.UnknownCode,
                    MentorErrors.AlreadyRegistered,
                    MentorErrors.CapacityOutOfRange,
                    MentorErrors.EmployerRequired,
                    MentorErrors.RepresentativeRequired,
                    MentorErrors.EmployeeTooYoung,
                ]
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
                        phone = "+7 900 000-00-00",
                    },
                    position = "учитель математики",
                    positionCode = "teacher",
                    subjectCodes = new List<string> { "mathematics" },
                    competenceCodes = new List<string> { "modernLesson", "classroomManagement" },
                    capacity = 2,
                    isEmployee = true,
                }
            );
}

internal sealed class AddMentorHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PersonEntry people,
    ReferenceCodes codes,
    Consents.ConsentStandings standings
) : IRequestHandler<AddMentor, Result<MentorChanged>>
{
    public async Task<Result<MentorChanged>> Handle(AddMentor request, CancellationToken cancellationToken)
    {
        if ((await codes.Check(request.Codes(), cancellationToken)).Error is { } unknownCode)
            return unknownCode;
        var today = calendar.Today(scope.Tenant);
        var found = await people.Find(request.PersonId, request.Person, today, "", cancellationToken);
        if (found.Error is { } unknown)
            return unknown;
        var person = found.Value;
        if (await db.Set<MentorProfile>().AnyAsync(m => m.PersonId == person.Id, cancellationToken))
            return MentorErrors.AlreadyRegistered;
        var represented = await people.RequireRepresentative(
            person,
            request.LegalRepresentative,
            MentorErrors.RepresentativeRequired,
            today,
            cancellationToken
        );
        if (represented.Error is { } unrepresented)
            return unrepresented;

        var isTooYoung = request.IsEmployee && MentorProfile.IsTooYoungToWork(person.BirthDate, today);
        if (isTooYoung && scope.Warn(MentorErrors.EmployeeTooYoung).Error is { } odd)
            return odd.At("/isEmployee");
        var registered = MentorProfile.Register(person.Id, request.Details());
        if (registered.Error is { } error)
            return error;
        var mentor = registered.Value;
        person.BecomeMentor();
        people.NoteParticipation(person);
        // Somebody who takes part already, as a mentee or before, may have consented.
        if (request.PersonId is not null)
        {
            var standing = (await standings.Of([person.Id], cancellationToken))[person.Id];
            if (standing.IsValid)
                mentor.ConsentGiven();
        }
        db.Add(mentor);
        return MentorChanged.Of(mentor);
    }
}
