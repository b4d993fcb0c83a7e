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

/// <summary>Writes down anew what is known of a mentor; the person is edited by its own operation.</summary>
[RequirePermission(MentorPermissions.Edit)]
[RequireIfMatch]
public sealed record EditMentor(
    string Position,
    IReadOnlyList<string> SubjectCodes,
    IReadOnlyList<string> CompetenceCodes,
    int Capacity,
    bool IsEmployee,
    string? PositionCode = null,
    string? Employer = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<MentorChanged>, IMentorDetails, IConfirmable
{
    [JsonIgnore]
    public Guid MentorId { get; init; }
}

internal sealed class EditMentorValidator : AbstractValidator<EditMentor>
{
    public EditMentorValidator() => this.AddMentorRules();
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
                ReferenceErrors.UnknownCode,
                MentorErrors.CapacityOutOfRange,
                MentorErrors.EmployerRequired,
                MentorErrors.EmployeeTooYoung,
                MentorErrors.WrongState,
                MentorErrors.Blocked
            )
            .WithExample(
                new
                {
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

        if (request.IsEmployee)
        {
            var birthDate = await db.Set<Person>()
                .Where(p => p.Id == mentor.PersonId)
                .Select(p => p.BirthDate)
                .SingleAsync(cancellationToken);
            var today = calendar.Today(scope.Tenant);
            if (
                MentorProfile.IsTooYoungToWork(birthDate, today)
                && scope.Warn(MentorErrors.EmployeeTooYoung).Error is { } odd
            )
                return odd.At("/isEmployee");
        }
        return MentorChanged.Of(mentor);
    }
}
