using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
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

/// <summary>Takes back an entry of a meeting that was not, or that is logged twice.</summary>
[RequirePermission(MeetingPermissions.Log)]
[RequireIfMatch]
public sealed record StrikeOutMeeting(string Reason) : ICommand<WrittenMeeting>
{
    [JsonIgnore]
    public Guid MeetingId { get; init; }
}

internal sealed class StrikeOutMeetingValidator : AbstractValidator<StrikeOutMeeting>
{
    public StrikeOutMeetingValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
}

internal static class StrikeOutMeetingEndpoint
{
    public static void MapStrikeOutMeeting(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{meetingId:guid}/striking-out",
                (Guid meetingId, StrikeOutMeeting body, Dispatcher send) => send.Ok(body with { MeetingId = meetingId })
            )
            .Describes<StrikeOutMeeting, WrittenMeeting>("Takes back an entry of a meeting")
            .WithExample(new { reason = "Записана дважды" });
}

internal sealed class StrikeOutMeetingHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<StrikeOutMeeting, Result<WrittenMeeting>>
{
    public async Task<Result<WrittenMeeting>> Handle(StrikeOutMeeting request, CancellationToken cancellationToken)
    {
        var meeting = await db.Set<Meeting>().SingleOrDefaultAsync(m => m.Id == request.MeetingId, cancellationToken);
        if (meeting is null)
            return CommonErrors.NotFound;
        var team = await db.Set<MentoringTeam>()
            .AsNoTracking()
            .SingleAsync(t => t.Id == meeting.PairId, cancellationToken);
        if (MeetingAccess.LogsAs(scope.Actor, team) is null)
            return CommonErrors.NotFound;
        if (!MeetingAccess.CanStrikeOut(scope.Actor, meeting.LoggedByAccountId))
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(meeting.Version) is { Error: { } stale })
            return stale;
        meeting.StrikeOut(request.Reason, calendar.Today(scope.Tenant));
        return new WrittenMeeting(meeting.Id, meeting.Version);
    }
}
