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
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A member says no to a proposed pair.</summary>
/// <param name="PersonId">The member: oneself, the child one represents, or whose refusal is entered.</param>
[RequirePermission(PairPermissions.Decline)]
[RequireIfMatch]
public sealed record DeclinePair(Guid PersonId, string Reason) : ICommand<PairRevision>
{
    [JsonIgnore]
    public Guid PairId { get; init; }
}

internal sealed class DeclinePairValidator : AbstractValidator<DeclinePair>
{
    public DeclinePairValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
}

internal static class DeclinePairEndpoint
{
    public static void MapDeclinePair(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{pairId:guid}/refusal",
                (Guid pairId, DeclinePair body, Dispatcher send) => send.Ok(body with { PairId = pairId })
            )
            .Describes<DeclinePair, PairRevision>(
                "Says no to a proposed pair",
                PairErrors.WrongState,
                PairErrors.NotAMember
            )
            .WithExample(new { personId = "0197f000-0000-7000-8000-000000000001", reason = "Не совпадает расписание" });
}

internal sealed class DeclinePairHandler(
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    TeamProfiles profiles
) : IRequestHandler<DeclinePair, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(DeclinePair request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        if (scope.CheckVersion(team.Version).Error is { } stale)
            return stale;
        var actor = await actors.Current(cancellationToken);
        if (!PairAccess.CanSpeakFor(actor, PairPermissions.Decline, request.PersonId))
            return CommonErrors.Forbidden;
        if (team.Decline(request.PersonId, request.Reason, calendar.Today(scope.Tenant)).Error is { } refused)
            return refused;
        await profiles.Release(team, cancellationToken);
        return PairRevision.Of(team);
    }
}
