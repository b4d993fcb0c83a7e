using System.Text.Json.Serialization;
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

/// <summary>A party agrees to the edition that it has seen; the last one makes the program agreed.</summary>
/// <param name="PersonId">For whom, where one may speak for several; oneself when absent.</param>
/// <param name="OnPaper">The member has signed by hand, and the curator puts it down.</param>
[RequirePermission(ProgramPermissions.Agree)]
[RequireIfMatch]
public sealed record AgreeToProgram(Guid? PersonId = null, SignedPaper? OnPaper = null) : ICommand<WrittenProgram>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

/// <summary>A paper signed by hand.</summary>
public sealed record SignedPaper(DateOnly SignedOn);

internal static class AgreeToProgramEndpoint
{
    public static void MapAgreeToProgram(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/agreement",
                (Guid programId, AgreeToProgram body, Dispatcher send) => send.Ok(body with { ProgramId = programId })
            )
            .Describes<AgreeToProgram, WrittenProgram>(
                "Agrees to the program as it stands",
                ProgramErrors.NotOpenForAgreement,
                ProgramErrors.Incomplete,
                ProgramErrors.AlreadyAgreed,
                ProgramErrors.NotAMember,
                ProgramErrors.DateInFuture
            )
            .WithExample(new { personId = (Guid?)null });
}

internal sealed class AgreeToProgramHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<AgreeToProgram, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(AgreeToProgram request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        var said = Speech.Of(
            scope.Actor,
            team,
            ProgramAccess.SpeaksFor(scope.Actor, team),
            s => program.HasAgreed(s, program.Edition),
            new SpeechRequest(request.PersonId, request.OnPaper),
            today
        );
        if (said.Error is { } refusal)
            return refusal;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        if (program.Agree(said.Value, team.AllSigners, today) is { Error: { } conflict })
            return conflict;
        return WrittenProgram.Of(program);
    }
}
