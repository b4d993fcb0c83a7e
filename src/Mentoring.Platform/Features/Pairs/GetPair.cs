using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>A pair with everything that it rests on.</summary>
[RequirePermission(PairPermissions.View)]
public sealed record GetPair(Guid PairId) : IQuery<PairCard>;

/// <param name="Gate">What the law asks for, today.</param>
/// <param name="Allowed">Operations on the pair as a whole; those on members are with the members.</param>
public sealed record PairCard(
    Guid Id,
    long Version,
    PairState State,
    PairLabel Form,
    PairLabel? RoleModel,
    IReadOnlyList<PairLabel> Kinds,
    string? Topic,
    DateOnly ProposedOn,
    DateOnly? ActiveSince,
    IReadOnlyList<PairMember> Members,
    PairGate Gate,
    PairOrder? Order,
    PairClosing? Closing,
    Guid? PreviousPairId,
    IReadOnlyList<string> Allowed
) : IVersioned;

/// <param name="AgreedOn">Since when the written consent in force has been given.</param>
/// <param name="DeclineReason">For those who run the mentoring, and for whoever gave it.</param>
/// <param name="IsMine">The actor, or a child whom he represents.</param>
/// <param name="DutyConsentText">What the member would agree to; null where there is nothing to agree to.</param>
public sealed record PairMember(
    Guid PersonId,
    Guid ProfileId,
    TeamSide Side,
    string Name,
    string? Position,
    string? SchoolClass,
    DateOnly? AgreedOn,
    DateOnly? DeclinedOn,
    string? DeclineReason,
    PairDutyConsent? DutyConsent,
    bool AddendumRequired,
    PairAddendum? Addendum,
    bool IsMine,
    DutyConsentText? DutyConsentText,
    IReadOnlyList<string> Allowed
);

public sealed record PairDutyConsent(DateOnly GivenOn, ConsentWay Way, string TextVersion, DateOnly? WithdrawnOn);

public sealed record PairAddendum(string Number, DateOnly SignedOn, DateOnly? ValidUntil);

public sealed record PairOrder(Guid Id, string Number, DateOnly SignedOn, DateOnly? RevokedOn);

/// <param name="Cause">With the explanation: for those who run the mentoring.</param>
public sealed record PairClosing(ClosingGround Ground, ClosingCause? Cause, string? Explanation, DateOnly ClosedOn);

internal static class GetPairEndpoint
{
    public static void MapGetPair(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/{pairId:guid}", (Guid pairId, Dispatcher send) => send.Ok(new GetPair(pairId)))
            .Describes<GetPair, PairCard>("Shows a pair with everything that it rests on");
}

internal sealed class GetPairHandler(
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    PairFacts facts,
    PairLabels labels
) : IRequestHandler<GetPair, Result<PairCard>>
{
    public async Task<Result<PairCard>> Handle(GetPair request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        var actor = await actors.Current(cancellationToken);
        var known = await facts.Of([team], cancellationToken);
        var forms = await labels.Forms([team.FormCode], cancellationToken);
        return new PairCard(
            team.Id,
            team.Version,
            team.State,
            forms[team.FormCode],
            team.RoleModelCode is { } model ? await labels.RoleModel(team.FormCode, model, cancellationToken) : null,
            await labels.Kinds(team.KindCodes, cancellationToken),
            team.Topic,
            team.ProposedOn,
            team.ActiveSince,
            [.. team.Members.OrderBy(m => m.Side).Select(m => Member(actor, team, m, known))],
            PairGate.Of(known.GateOf(team, calendar.Today(scope.Tenant)), known),
            team.OrderId is { } order
                ? new PairOrder(order, team.OrderNumber!, team.OrderedOn!.Value, team.OrderRevokedOn)
                : null,
            Closing(actor, team),
            team.PreviousPairId,
            PairAccess.AllowedOnPair(actor, team)
        );
    }

    private static PairMember Member(PairActor actor, MentoringTeam team, TeamMember member, FactsOfPairs known)
    {
        var card = known.Card(member.PersonId);
        var isMentor = member.Side == TeamSide.Mentor;
        var consent = team.DutyConsentOf(member.PersonId);
        var addendum = team.LastAddendumOf(member.PersonId);
        var addendumDue = known.AddendumDue(member);
        var allowed = PairAccess.Allowed(actor, team, member, addendumDue);
        return new PairMember(
            member.PersonId,
            member.ProfileId,
            member.Side,
            card.FullName,
            isMentor ? card.MentorPosition : card.MenteePosition,
            isMentor ? null : card.SchoolClass,
            consent is { WithdrawnOn: null } ? consent.GivenOn : null,
            member.DeclinedOn,
            PairAccess.CanSeeReason(actor, member.PersonId) ? member.DeclineReason : null,
            consent is null
                ? null
                : new PairDutyConsent(consent.GivenOn, consent.Way, consent.TextVersion, consent.WithdrawnOn),
            addendumDue,
            addendum is null ? null : new PairAddendum(addendum.Number, addendum.SignedOn, addendum.ValidUntil),
            actor.SpeaksFor(member.PersonId),
            allowed.Contains("agreeToPair") ? DutyConsentTexts.For(member.Side) : null,
            allowed
        );
    }

    private static PairClosing? Closing(PairActor actor, MentoringTeam team)
    {
        if (team.ClosingGround is not { } ground)
            return null;
        var reasons = PairAccess.CanSeeReason(actor, null);
        return new PairClosing(
            ground,
            reasons ? team.ClosingCause : null,
            reasons ? team.ClosingExplanation : null,
            team.ClosedOn!.Value
        );
    }
}
