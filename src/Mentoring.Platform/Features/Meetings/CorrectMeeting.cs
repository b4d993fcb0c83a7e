using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Features.Programs;
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

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Puts one's own entry right, within the days that the setting gives.</summary>
[RequirePermission(MeetingPermissions.Log)]
[RequireIfMatch]
public sealed record CorrectMeeting(
    MeetingType Type,
    DateOnly HeldOn,
    int Minutes,
    MeetingMode Mode,
    string Outcome,
    DateOnly? NextOn = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<WrittenMeeting>, IMeetingText, IConfirmable
{
    [JsonIgnore]
    public Guid MeetingId { get; init; }
}

internal sealed class CorrectMeetingValidator : AbstractValidator<CorrectMeeting>
{
    public CorrectMeetingValidator() => this.AddMeetingRules();
}

internal static class CorrectMeetingEndpoint
{
    public static void MapCorrectMeeting(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{meetingId:guid}",
                (Guid meetingId, CorrectMeeting body, Dispatcher send) => send.Ok(body with { MeetingId = meetingId })
            )
            .Describes<CorrectMeeting, WrittenMeeting>(
                "Corrects one's own entry of a meeting",
                MeetingErrors.CorrectionOver,
                MeetingErrors.InFuture,
                MeetingErrors.BeforePair,
                MeetingErrors.NextBeforeHeld,
                MeetingErrors.NeedsProgram,
                MeetingErrors.AfterApproval,
                MeetingErrors.SingleOnly,
                MeetingErrors.SameDay
            )
            .WithExample(
                new
                {
                    type = "regular",
                    heldOn = "2026-02-11",
                    minutes = 60,
                    mode = "online",
                    outcome = "Разобрали урок.",
                }
            );
}

internal sealed class CorrectMeetingHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings,
    MeetingBackground background
) : IRequestHandler<CorrectMeeting, Result<WrittenMeeting>>
{
    public async Task<Result<WrittenMeeting>> Handle(CorrectMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken);
        if (meeting is null)
            return CommonErrors.NotFound;
        var team = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .SingleAsync(t => t.Id == meeting.PairId, cancellationToken);
        if (MeetingAccess.LogsAs(scope.Actor, team) is null)
            return CommonErrors.NotFound;
        if (!MeetingAccess.CanCorrect(scope.Actor, meeting.LoggedByAccountId))
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(meeting.Version) is { Error: { } stale })
            return stale;
        var facts = request.ToFacts();
        var rules = await background.RulesFor(team, facts, meeting.Id, cancellationToken);
        var days = (await settings.Read(cancellationToken)).MeetingCorrectionDays;
        var isMoved = facts.HeldOn != meeting.HeldOn;
        if (meeting.Correct(facts, rules, days, calendar.Today(scope.Tenant)) is { Error: { } refusal })
            return refusal;
        // Asked last: nobody confirms what is refused afterwards.
        if (isMoved)
        {
            var sameDay = await db.Set<Meeting>()
                .Where(m => m.PairId == meeting.PairId && m.Id != meeting.Id && m.HeldOn == facts.HeldOn)
                .Select(m => (int?)m.Minutes)
                .FirstOrDefaultAsync(cancellationToken);
            if (
                sameDay is { } minutes
                && scope.Warn(MeetingErrors.SameDay.With("minutes", minutes)).Error is { } doubled
            )
                return doubled.At("/heldOn");
        }
        return new WrittenMeeting(meeting.Id, meeting.Version);
    }
}
