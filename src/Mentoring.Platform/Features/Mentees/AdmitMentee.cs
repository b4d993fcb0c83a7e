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

namespace Mentoring.Platform.Features.Mentees;

/// <summary>
/// Takes a mentee into the base, or one whose pairs are through into it again. The head's decision; it needs a valid
/// consent. What was before stays in the pairs.
/// </summary>
[RequirePermission(MenteePermissions.Admit)]
[RequireIfMatch]
public sealed record AdmitMentee : ICommand<MenteeChanged>
{
    [JsonIgnore]
    public Guid MenteeId { get; init; }
}

internal static class AdmitMenteeEndpoint
{
    public static void MapAdmitMentee(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{menteeId:guid}/admission",
                (Guid menteeId, Dispatcher send) => send.Ok(new AdmitMentee { MenteeId = menteeId })
            )
            .Describes<AdmitMentee, MenteeChanged>(
                "Takes a mentee into the base",
                MenteeErrors.ConsentInsufficient,
                MenteeErrors.WrongState,
                MenteeErrors.Blocked
            );
}

internal sealed class AdmitMenteeHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    ConsentStandings standings
) : IRequestHandler<AdmitMentee, Result<MenteeChanged>>
{
    public async Task<Result<MenteeChanged>> Handle(AdmitMentee request, CancellationToken cancellationToken)
    {
        var mentee = await db.Set<MenteeProfile>()
            .SingleOrDefaultAsync(m => m.Id == request.MenteeId, cancellationToken);
        if (mentee is null)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(mentee.Version).Error is { } stale)
            return stale;
        var standing = (await standings.Of([mentee.PersonId], cancellationToken))[mentee.PersonId];
        if (!standing.IsValid && MenteeAccess.MayBeAdmitted(mentee.State))
            return MenteeErrors.ConsentInsufficient.With("consent", EnumText<ConsentValidity>.Write(standing.State));
        // The birth date or the rule may have changed since: one whose consent suffices now has consented.
        if (standing.IsValid)
            mentee.ConsentGiven();
        return mentee.Admit(calendar.Today(scope.Tenant)).Error is { } error ? error : MenteeChanged.Of(mentee);
    }
}
