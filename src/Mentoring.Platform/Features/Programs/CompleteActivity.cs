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
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Says that an activity of the plan is done, when and with what result.</summary>
[RequirePermission(ProgramPermissions.CompleteActivity)]
public sealed record CompleteActivity(DateOnly CompletedOn, string? Result = null, string? Comment = null)
    : ICommand<WrittenProgram>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }

    [JsonIgnore]
    public Guid ActivityId { get; init; }
}

internal sealed class CompleteActivityValidator : AbstractValidator<CompleteActivity>
{
    public CompleteActivityValidator()
    {
        RuleFor(r => r.Result).MaximumLength(500);
        RuleFor(r => r.Comment).MaximumLength(4000);
    }
}

internal static class CompleteActivityEndpoint
{
    public static void MapCompleteActivity(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/activities/{activityId:guid}/completion",
                (Guid programId, Guid activityId, CompleteActivity body, Dispatcher send) =>
                    send.Ok(body with { ProgramId = programId, ActivityId = activityId })
            )
            .Describes<CompleteActivity, WrittenProgram>(
                "Marks an activity of the plan as done",
                ProgramErrors.NotActive,
                ProgramErrors.ActivityAlreadyDone,
                ProgramErrors.CompletedOutsideTerm
            )
            .WithExample(new { completedOn = "2026-02-10", result = "Самоанализ урока" });
}

internal sealed class CompleteActivityHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<CompleteActivity, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(CompleteActivity request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        // Facts are added without a version, so two who add at the same time wait for each other.
        await db.Database.ExecuteSqlAsync(
            $"SELECT FROM mentoring.mentoring_program WHERE tenant_id = {db.TenantId} AND id = {request.ProgramId} FOR UPDATE",
            cancellationToken
        );
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (program.Activities.FirstOrDefault(a => a.Id == request.ActivityId) is not { } activity)
            return CommonErrors.NotFound;
        if (ProgramAccess.CompletesAs(scope.Actor, team, activity.Responsible) is not { } party)
            return CommonErrors.Forbidden;
        var facts = new ActivityFacts(request.CompletedOn, Given(request.Result), Given(request.Comment));
        if (program.CompleteActivity(activity.Id, facts, party, today) is { Error: { } refusal })
            return refusal;
        return WrittenProgram.Of(program);
    }

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
