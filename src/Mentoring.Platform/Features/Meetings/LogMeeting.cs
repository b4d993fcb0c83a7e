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

namespace Mentoring.Platform.Features.Meetings;

/// <summary>Writes down a meeting that was held.</summary>
/// <param name="NextOn">The day on which the next one was agreed.</param>
[RequirePermission(MeetingPermissions.Log)]
public sealed record LogMeeting(
    Guid PairId,
    MeetingType Type,
    DateOnly HeldOn,
    int Minutes,
    MeetingMode Mode,
    string Outcome,
    DateOnly? NextOn = null,
    IReadOnlyList<string>? Confirmed = null
) : ICommand<WrittenMeeting>, IMeetingText, IConfirmable;

/// <summary>What writing a meeting answers.</summary>
public sealed record WrittenMeeting(Guid Id, long Version) : IVersioned;

internal sealed class LogMeetingValidator : AbstractValidator<LogMeeting>
{
    public LogMeetingValidator() => this.AddMeetingRules();
}

internal static class LogMeetingEndpoint
{
    public static void MapLogMeeting(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost("", (LogMeeting body, Dispatcher send) => send.Created(body))
            .DescribesCreation<LogMeeting, WrittenMeeting>(
                "Logs a meeting of a pair",
                MeetingErrors.PairNotActive,
                MeetingErrors.GateClosed,
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
                    pairId = "0197f000-0009-7000-8000-000000000001",
                    type = "regular",
                    heldOn = "2026-02-10",
                    minutes = 45,
                    mode = "inPerson",
                    outcome = "Разобрали урок, договорились о взаимопосещении.",
                    nextOn = "2026-02-24",
                }
            );
}

internal sealed class LogMeetingHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    MeetingBackground background
) : IRequestHandler<LogMeeting, Result<WrittenMeeting>>
{
    public async Task<Result<WrittenMeeting>> Handle(LogMeeting request, CancellationToken cancellationToken)
    {
        var (pair, settings, programs, sameDay) = await Read(request, cancellationToken);
        if (pair is null || MeetingAccess.LogsAs(scope.Actor, SideOf(pair)) is not { } party)
            return CommonErrors.NotFound;
        if (pair.State != PairState.Active)
            return MeetingErrors.PairNotActive;
        var today = calendar.Today(scope.Tenant);
        var gate = pair.GateOn(today, settings.MinorConsentRule);
        if (!gate.IsOpen)
            return MeetingErrors.GateClosed.With("missing", gate.Missing.Select(m => m.Code).Distinct().ToList());
        var facts = request.ToFacts();
        var working = new WorkingPair(pair.Id, pair.ActiveSince, pair.KindCodes, programs);
        var rules = await background.RulesFor(working, facts, null, cancellationToken);
        var author = new MeetingAuthor(scope.Actor.AccountId, party);
        var logged = Meeting.Log(pair.Id, facts, rules, author, today);
        if (logged.Error is { } refusal)
            return refusal;
        if (sameDay is [var minutes, ..] && Warn(minutes).Error is { } doubled)
            return doubled.At("/heldOn");
        db.Add(logged.Value);
        return new WrittenMeeting(logged.Value.Id, logged.Value.Version);
    }

    private Result Warn(int minutes) => scope.Warn(MeetingErrors.SameDay.With("minutes", minutes));

    private TeamSide? SideOf(PairSnapshot pair) => scope.Actor.PersonId is { } self ? pair.MemberOf(self)?.Side : null;

    /// <summary>All that a meeting is held against, in one round trip: this is the write of every day.</summary>
    private Task<(PairSnapshot? Pair, SettingValues Settings, List<ApprovedPeriod> Programs, List<int> SameDay)> Read(
        LogMeeting request,
        CancellationToken ct
    ) =>
        db.ReadTogether(
            [
                .. PairSnapshot.Statements(db.TenantId, request.PairId),
                new Statement(SettingsInForce.Sql, db.Lineage),
                new Statement(MeetingBackground.PeriodsSql, db.TenantId, request.PairId),
                new Statement(MeetingBackground.SameDaySql, db.TenantId, request.PairId, request.HeldOn),
            ],
            async rows =>
                (
                    (await PairSnapshot.Read(rows)).SingleOrDefault(),
                    SettingValues.Of(await rows.Next(SettingRow.Read), db.Lineage),
                    await rows.Next(MeetingBackground.ReadPeriod),
                    await rows.Next(row => row.GetInt32(0))
                ),
            ct
        );
}
