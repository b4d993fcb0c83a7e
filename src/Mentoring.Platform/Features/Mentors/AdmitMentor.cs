using System.Text.Json.Serialization;
using MediatR;
using Mentoring.Platform.Features.Consents;
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

/// <summary>
/// Takes a mentor into the bank, or one who had been released into it again. The head's decision; it needs a valid
/// consent.
/// </summary>
[RequirePermission(MentorPermissions.Admit)]
[RequireIfMatch]
public sealed record AdmitMentor : ICommand<MentorChanged>
{
    [JsonIgnore]
    public Guid MentorId { get; init; }
}

internal static class AdmitMentorEndpoint
{
    public static void MapAdmitMentor(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{mentorId:guid}/admission",
                (Guid mentorId, Dispatcher send) => send.Ok(new AdmitMentor { MentorId = mentorId })
            )
            .Describes<AdmitMentor, MentorChanged>(
                "Takes a mentor into the bank",
                MentorErrors.ConsentInsufficient,
                MentorErrors.WrongState,
                MentorErrors.Blocked
            );
}

internal sealed class AdmitMentorHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    ConsentStandings standings
) : IRequestHandler<AdmitMentor, Result<MentorChanged>>
{
    public async Task<Result<MentorChanged>> Handle(AdmitMentor request, CancellationToken cancellationToken)
    {
        var mentor = await db.Set<MentorProfile>()
            .SingleOrDefaultAsync(m => m.Id == request.MentorId, cancellationToken);
        if (mentor is null)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(mentor.Version).Error is { } stale)
            return stale;
        var standing = (await standings.Of([mentor.PersonId], cancellationToken))[mentor.PersonId];
        if (!standing.IsValid && MentorAccess.MayBeAdmitted(mentor.State))
            return MentorErrors.ConsentInsufficient.With("consent", EnumText<ConsentValidity>.Write(standing.State));
        // The birth date or the rule may have changed since: a candidate whose consent suffices now has consented.
        if (standing.IsValid)
            mentor.ConsentGiven();
        return mentor.Admit(calendar.Today(scope.Tenant)).Error is { } error ? error : MentorChanged.Of(mentor);
    }
}
