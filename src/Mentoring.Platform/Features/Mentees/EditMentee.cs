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

/// <summary>Writes down anew what is known of a mentee; the person is edited by its own operation.</summary>
/// <param name="Requests">All of them, in the order of importance.</param>
[RequirePermission(MenteePermissions.Edit)]
[RequireIfMatch]
public sealed record EditMentee(
    string CategoryCode,
    IReadOnlyList<RequestText> Requests,
    string? SchoolClass = null,
    string? Position = null
) : ICommand<MenteeChanged>, IMenteeDetails
{
    [JsonIgnore]
    public Guid MenteeId { get; init; }
}

internal sealed class EditMenteeValidator : AbstractValidator<EditMentee>
{
    public EditMenteeValidator() => this.AddMenteeRules();
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
                ReferenceErrors.UnknownCode,
                MenteeErrors.TooManyRequests,
                MenteeErrors.RequestsRequired,
                MenteeErrors.WrongState,
                MenteeErrors.Blocked
            )
            .WithExample(
                new
                {
                    categoryCode = "student",
                    schoolClass = "8Б",
                    requests = new List<object> { new { topicCode = "projectPreparation" } },
                }
            );
}

internal sealed class EditMenteeHandler(
    MentoringDbContext db,
    RequestScope scope,
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

        // The consent may have come before the requests.
        var standing = (await standings.Of([mentee.PersonId], cancellationToken))[mentee.PersonId];
        if (standing.IsValid)
            mentee.ConsentGiven();
        return MenteeChanged.Of(mentee);
    }
}
