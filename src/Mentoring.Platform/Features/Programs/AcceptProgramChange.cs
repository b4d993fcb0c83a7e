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

/// <summary>A member accepts a proposed change; the last one brings it into force.</summary>
/// <param name="PersonId">For whom, where one may speak for several; oneself when absent.</param>
/// <param name="OnPaper">The member has signed by hand, and the curator puts it down.</param>
[RequirePermission(ProgramPermissions.Agree)]
[RequireIfMatch]
public sealed record AcceptProgramChange(Guid? PersonId = null, SignedPaper? OnPaper = null) : ICommand<WrittenProgram>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }

    [JsonIgnore]
    public Guid ChangeId { get; init; }
}

internal static class AcceptProgramChangeEndpoint
{
    public static void MapAcceptProgramChange(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/changes/{changeId:guid}/acceptance",
                (Guid programId, Guid changeId, AcceptProgramChange body, Dispatcher send) =>
                    send.Ok(body with { ProgramId = programId, ChangeId = changeId })
            )
            .Describes<AcceptProgramChange, WrittenProgram>(
                "Accepts a proposed change of a program",
                ProgramErrors.NotActive,
                ProgramErrors.ChangeNotOpen,
                ProgramErrors.AlreadyAgreed,
                ProgramErrors.NotAMember,
                ProgramErrors.DateInFuture
            )
            .WithExample(new { personId = (Guid?)null });
}

internal sealed class AcceptProgramChangeHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<AcceptProgramChange, Result<WrittenProgram>>
{
    public async Task<Result<WrittenProgram>> Handle(AcceptProgramChange request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (program.Changes.FirstOrDefault(c => c.Id == request.ChangeId) is not { } change)
            return CommonErrors.NotFound;
        // Changes are by the consent of the members; the curator is not one of them.
        var said = Speech.Of(
            scope.Actor,
            team,
            [.. ProgramAccess.SpeaksFor(scope.Actor, team).Intersect(team.Signers)],
            s => program.HasAgreed(s, change.Edition),
            new SpeechRequest(request.PersonId, request.OnPaper),
            today
        );
        if (said.Error is { } refusal)
            return refusal;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        var accepted = program.AcceptChange(change.Id, said.Value, team.Signers, today);
        if (accepted.Error is { } conflict)
            return conflict;
        if (accepted.Value is { } edition)
            db.Add(edition);
        return WrittenProgram.Of(program);
    }
}
