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

/// <summary>A member takes his written consent to the duties back; the legal gate is closed from that day.</summary>
/// <param name="PersonId">The member: oneself, the child one represents, or whose paper is entered.</param>
[RequirePermission(PairPermissions.Withdraw)]
public sealed record WithdrawDutyConsent(Guid PersonId, DateOnly WithdrawnOn, string? Reason = null)
    : ICommand<PairRevision>
{
    [JsonIgnore]
    public Guid PairId { get; init; }
}

internal sealed class WithdrawDutyConsentValidator : AbstractValidator<WithdrawDutyConsent>
{
    public WithdrawDutyConsentValidator() => RuleFor(r => r.Reason).MaximumLength(500);
}

internal static class WithdrawDutyConsentEndpoint
{
    public static void MapWithdrawDutyConsent(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{pairId:guid}/consent-withdrawal",
                (Guid pairId, WithdrawDutyConsent body, Dispatcher send) => send.Ok(body with { PairId = pairId })
            )
            .Describes<WithdrawDutyConsent, PairRevision>(
                "Takes a consent to the duties back",
                PairErrors.WrongState,
                PairErrors.NotAMember,
                PairErrors.NotAgreed,
                PairErrors.DateOutOfOrder
            )
            .WithExample(
                new
                {
                    personId = "0197f000-0000-7000-8000-000000000001",
                    withdrawnOn = "2026-05-12",
                    reason = "Много учебной нагрузки",
                }
            );
}

internal sealed class WithdrawDutyConsentHandler(RequestScope scope, SchoolCalendar calendar, PairActors actors)
    : IRequestHandler<WithdrawDutyConsent, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(WithdrawDutyConsent request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        var actor = await actors.Current(cancellationToken);
        if (!PairAccess.CanSpeakFor(actor, PairPermissions.Withdraw, request.PersonId))
            return CommonErrors.Forbidden;
        var withdrawn = team.WithdrawDutyConsent(
            request.PersonId,
            request.WithdrawnOn,
            request.Reason,
            calendar.Today(scope.Tenant)
        );
        return withdrawn.Error is { } refused ? refused : PairRevision.Of(team);
    }
}
