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

namespace Mentoring.Platform.Features.Programs;

/// <summary>Completes a program: everything is done, or the curator says why it is enough.</summary>
[RequirePermission(ProgramPermissions.Complete)]
[RequireIfMatch]
public sealed record CompleteProgram(string? Reason = null) : ICommand<WrittenProgram>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

internal sealed class CompleteProgramValidator : AbstractValidator<CompleteProgram>
{
    public CompleteProgramValidator() => RuleFor(r => r.Reason).MaximumLength(4000);
}

internal static class CompleteProgramEndpoint
{
    public static void MapCompleteProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/completion",
                (Guid programId, CompleteProgram body, Dispatcher send) => send.Ok(body with { ProgramId = programId })
            )
            .Describes<CompleteProgram, WrittenProgram>(
                "Completes a program",
                ProgramErrors.NotActive,
                ProgramErrors.ActivitiesLeft
            )
            .WithExample(new { reason = "Цели достигнуты раньше срока." });
}

internal sealed class CompleteProgramHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<CompleteProgram, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(CompleteProgram request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (!ProgramAccess.CanComplete(scope.Actor, team))
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        var byCurator = ProgramAccess.Curates(scope.Actor);
        if (program.Complete(byCurator, request.Reason, today) is { Error: { } refusal })
            return refusal;
        return WrittenProgram.Of(program);
    }
}
