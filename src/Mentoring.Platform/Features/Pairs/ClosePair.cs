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

/// <summary>Ends a pair on a ground: its mentor's place is free, its mentee goes on or is through.</summary>
/// <param name="Cause">The curator's cause, where he ends it.</param>
/// <param name="Explanation">Required unless the plan is carried out.</param>
[RequirePermission(PairPermissions.Close)]
[RequireIfMatch]
public sealed record ClosePair(
    ClosingGround Ground,
    DateOnly ClosedOn,
    ClosingCause? Cause = null,
    string? Explanation = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<PairRevision>, IConfirmable
{
    [JsonIgnore]
    public Guid PairId { get; init; }
}

internal sealed class ClosePairValidator : AbstractValidator<ClosePair>
{
    public ClosePairValidator() => RuleFor(r => r.Explanation).MaximumLength(4000);
}

internal static class ClosePairEndpoint
{
    public static void MapClosePair(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{pairId:guid}/closing",
                (Guid pairId, ClosePair body, Dispatcher send) => send.Ok(body with { PairId = pairId })
            )
            .Describes<ClosePair, PairRevision>(
                "Ends a pair on a ground",
                PairErrors.WrongState,
                PairErrors.NothingToComplete,
                PairErrors.CauseIsTheCurators,
                PairErrors.ExplanationRequired,
                PairErrors.DateOutOfOrder,
                PairErrors.WorkedAfterwards
            )
            .WithExample(
                new
                {
                    ground = "mutual",
                    explanation = "Наставник переходит на другую работу",
                    closedOn = "2026-05-29",
                }
            );
}

internal sealed class ClosePairHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    TeamProfiles profiles,
    IEnumerable<IPairHistory> histories
) : IRequestHandler<ClosePair, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(ClosePair request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        if (scope.CheckVersion(team.Version).Error is { } stale)
            return stale;
        var closed = team.Close(
            request.Ground,
            request.Cause,
            request.Explanation,
            request.ClosedOn,
            calendar.Today(scope.Tenant)
        );
        if (closed.Error is { } refused)
            return refused;
        if ((await WorkedAfterwards(team.Id, request.ClosedOn, cancellationToken)).Error is { } odd)
            return odd.At("/closedOn");
        await profiles.Release(team, cancellationToken);
        db.Enqueue(PairClosed.Kind, team.Id.ToString(), PairClosed.Of(team));
        return PairRevision.Of(team);
    }

    private async Task<Result> WorkedAfterwards(Guid pairId, DateOnly closedOn, CancellationToken ct)
    {
        var days = new List<DateOnly>();
        foreach (var history in histories)
            days.AddRange(await history.DaysAfter(pairId, closedOn, ct));
        return days.Count == 0
            ? Result.Ok
            : scope.Warn(PairErrors.WorkedAfterwards.With("count", days.Count).With("last", days.Max()));
    }
}
