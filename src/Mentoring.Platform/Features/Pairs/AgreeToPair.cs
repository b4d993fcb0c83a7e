using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.People;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A member's written consent to the duties in this pair.</summary>
/// <param name="PersonId">The member: oneself, the child one represents, or whose signed paper is entered.</param>
[RequirePermission(PairPermissions.Agree)]
[RequireIfMatch]
public sealed record AgreeToPair(Guid PersonId, AgreementPaper? OnPaper = null) : ICommand<PairRevision>
{
    [JsonIgnore]
    public Guid PairId { get; init; }
}

/// <summary>The signed paper.</summary>
public sealed record AgreementPaper(DateOnly SignedOn);

internal static class AgreeToPairEndpoint
{
    public static void MapAgreeToPair(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{pairId:guid}/agreement",
                (Guid pairId, AgreeToPair body, Dispatcher send) => send.Ok(body with { PairId = pairId })
            )
            .Describes<AgreeToPair, PairRevision>(
                "Consents to the duties in a pair",
                PairErrors.WrongState,
                PairErrors.NotAMember,
                PairErrors.AlreadyAgreed,
                PairErrors.RepresentativeAgrees,
                PairErrors.DateOutOfOrder
            )
            .WithExample(new { personId = "0197f000-0000-7000-8000-000000000001" });
}

internal sealed class AgreeToPairHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    PairActivation activation
) : IRequestHandler<AgreeToPair, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(AgreeToPair request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        if (scope.CheckVersion(team.Version).Error is { } stale)
            return stale;
        if (team.MemberOf(request.PersonId) is not { } member)
            return PairErrors.NotAMember;
        var actor = await actors.Current(cancellationToken);
        var way = Way(request, actor);
        if (way is null)
            return CommonErrors.Forbidden;
        var today = calendar.Today(scope.Tenant);
        if (way == ConsentWay.InPerson && await IsTooYoung(request.PersonId, today, cancellationToken))
            return PairErrors.RepresentativeAgrees;
        var agreed = team.Agree(
            request.PersonId,
            way.Value,
            way == ConsentWay.OnPaper ? null : actor.Actor.PersonId,
            request.OnPaper?.SignedOn ?? today,
            DutyConsentTexts.For(member.Side).Version,
            today
        );
        if (agreed.Error is { } refused)
            return refused;
        // A consent given anew may be the last thing that an approved pair waited for.
        if (team.State == PairState.ApprovedByOrder)
            await activation.ActivateOpen([team], cancellationToken);
        return PairRevision.Of(team);
    }

    private static ConsentWay? Way(AgreeToPair request, PairActor actor) =>
        request.OnPaper is not null
            ? actor.Can(PairPermissions.RecordAgreement)
                ? ConsentWay.OnPaper
                : null
            : actor.Actor.Is(request.PersonId)
                ? ConsentWay.InPerson
                : actor.SpeaksFor(request.PersonId)
                    ? ConsentWay.ByRepresentative
                    : null;

    private async Task<bool> IsTooYoung(Guid personId, DateOnly today, CancellationToken ct)
    {
        var birthDate = await db.Set<Person>().Where(p => p.Id == personId).Select(p => p.BirthDate).SingleAsync(ct);
        return Age.On(birthDate, today) < Age.OfOwnSignature;
    }
}
