using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Texts;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Pairs;

/// <summary>Records the addendum to a mentor's contract of employment by number and date (Labour Code 351.8).</summary>
[RequirePermission(PairPermissions.RecordAddendum)]
public sealed record RecordAddendum(
    Guid PersonId,
    [property: JsonConverter(typeof(PaperNumberText))] string Number,
    DateOnly SignedOn,
    DateOnly? ValidUntil = null
) : ICommand<PairRevision>
{
    [JsonIgnore]
    public Guid PairId { get; init; }
}

internal sealed class RecordAddendumValidator : AbstractValidator<RecordAddendum>
{
    public RecordAddendumValidator() => RuleFor(r => r.Number).NotEmpty().MaximumLength(50).IsPaperNumber();
}

internal static class RecordAddendumEndpoint
{
    public static void MapRecordAddendum(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{pairId:guid}/addenda",
                (Guid pairId, RecordAddendum body, Dispatcher send) => send.Created(body with { PairId = pairId })
            )
            .DescribesCreation<RecordAddendum, PairRevision>(
                "Records an addendum to a mentor's contract",
                PairErrors.WrongState,
                PairErrors.NotAMember,
                PairErrors.AddendumNotDue,
                PairErrors.AddendumRecorded,
                PairErrors.DateOutOfOrder
            )
            .WithExample(
                new
                {
                    personId = "0197f000-0000-7000-8000-000000000001",
                    number = "4/26",
                    signedOn = "2026-04-20",
                    validUntil = "2027-04-19",
                }
            );
}

internal sealed class RecordAddendumHandler(
    RequestScope scope,
    SchoolCalendar calendar,
    PairActors actors,
    PairFacts facts,
    PairActivation activation
) : IRequestHandler<RecordAddendum, Result<PairRevision>>
{
    public async Task<Result<PairRevision>> Handle(RecordAddendum request, CancellationToken cancellationToken)
    {
        var found = await actors.Find(request.PairId, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var team = found.Value;
        if (team.MemberOf(request.PersonId) is not { } member)
            return PairErrors.NotAMember;
        if (!(await facts.Of([team], cancellationToken)).AddendumDue(member))
            return PairErrors.AddendumNotDue;
        var recorded = team.RecordAddendum(
            request.PersonId,
            request.Number,
            request.SignedOn,
            request.ValidUntil,
            calendar.Today(scope.Tenant)
        );
        if (recorded.Error is { } refused)
            return refused;
        await activation.ActivateOpen([team], cancellationToken);
        return PairRevision.Of(team);
    }
}
