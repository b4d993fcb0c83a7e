using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Texts;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Approves an agreed program, which seals its text; it starts at once where it may.</summary>
/// <param name="Document">Minutes of the mentors' council or the head's order, where the setting asks for them.</param>
[RequirePermission(ProgramPermissions.Approve)]
[RequireIfMatch]
public sealed record ApproveProgram(DateOnly ApprovedOn, ApprovalDocument? Document = null) : ICommand<WrittenProgram>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

internal sealed class ApproveProgramValidator : AbstractValidator<ApproveProgram>
{
    public ApproveProgramValidator() =>
        RuleFor(r => r.Document!.Number).NotEmpty().MaximumLength(50).IsPaperNumber().When(r => r.Document is not null);
}

internal static class ApproveProgramEndpoint
{
    public static void MapApproveProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/approval",
                (Guid programId, ApproveProgram body, Dispatcher send) => send.Ok(body with { ProgramId = programId })
            )
            .Describes<ApproveProgram, WrittenProgram>(
                "Approves a program that all parties have agreed on",
                ProgramErrors.NotAgreed,
                ProgramErrors.DateInFuture,
                ProgramErrors.ApprovedTooEarly,
                ProgramErrors.DocumentRequired
            )
            .WithExample(new { approvedOn = "2025-10-06", document = new { number = "3", date = "2025-10-06" } });
}

internal sealed class ApproveProgramHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings,
    ProgramUpkeep upkeep
) : IRequestHandler<ApproveProgram, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(ApproveProgram request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        var approver = (await settings.Read(cancellationToken)).ProgramApprover;
        if (!ProgramAccess.CanApprove(scope.Actor, approver))
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        var approved = program.Approve(new ProgramApproval(approver, request.ApprovedOn, request.Document), today);
        if (approved.Error is { } refusal)
            return refusal;
        db.Add(approved.Value);
        await upkeep.StartOrWait(program, today, cancellationToken);
        return WrittenProgram.Of(program);
    }
}
