using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Reference;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.Programs;

/// <summary>Writes a new edition of a program that is not approved; agreements to the one before no longer count.</summary>
[RequirePermission(ProgramPermissions.Edit)]
[RequireIfMatch]
public sealed record EditProgram(
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ProgramRationale Rationale,
    IReadOnlyList<ActivityPlan> Activities
) : ICommand<WrittenProgram>, IProgramText
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

internal sealed class EditProgramValidator : AbstractValidator<EditProgram>
{
    public EditProgramValidator() => this.AddTextRules();
}

internal static class EditProgramEndpoint
{
    private static readonly string[] Forms = ["teacherTeacher"];
    private static readonly string[] Kinds = ["traditional", "virtual"];

    public static void MapEditProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPut(
                "/{programId:guid}",
                (Guid programId, EditProgram body, Dispatcher send) => send.Ok(body with { ProgramId = programId })
            )
            .Describes<EditProgram, WrittenProgram>(
                "Writes a new edition of a program",
                ProgramErrors.NotEditable,
                ProgramErrors.UnknownCode,
                ProgramErrors.DatesReversed,
                ProgramErrors.TermTooShort,
                ProgramErrors.TermTooLong,
                ProgramErrors.ActivityOutsideTerm
            )
            .WithExample(
                new
                {
                    formCodes = Forms,
                    kindCodes = Kinds,
                    deliveryMode = "blended",
                    startsOn = "2025-10-01",
                    endsOn = "2026-05-31",
                    rationale = DraftProgramEndpoint.RationaleExample,
                    activities = Array.Empty<object>(),
                }
            );
}

internal sealed class EditProgramHandler(
    MentoringDbContext db,
    RequestScope scope,
    SchoolCalendar calendar,
    SettingsInForce settings
) : IRequestHandler<EditProgram, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(EditProgram request, CancellationToken cancellationToken)
    {
        var loaded = await LoadedProgram.Load(db, request.ProgramId, calendar.Today(scope.Tenant), cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (!ProgramAccess.CanEdit(scope.Actor, team))
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        var limits = await request.CheckCodes(db, settings, cancellationToken);
        if (limits.Error is { } unknown)
            return unknown;
        if (program.Edit(request.ToContent(team.Basis), limits.Value) is { Error: { } refusal })
            return refusal;
        return WrittenProgram.Of(program);
    }
}
