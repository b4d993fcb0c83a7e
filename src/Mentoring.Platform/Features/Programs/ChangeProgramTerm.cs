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

/// <summary>Proposes another last day; in force once all members accept it.</summary>
[RequirePermission(ProgramPermissions.ChangeTerm)]
[RequireIfMatch]
public sealed record ChangeProgramTerm(DateOnly EndsOn, string Reason) : ICommand<ProposedProgramChange>
{
    [JsonIgnore]
    public Guid ProgramId { get; init; }
}

/// <param name="Id">The program.</param>
/// <param name="ChangeId">The proposal, to be accepted by the members.</param>
/// <param name="Edition">The edition of the program that it will be.</param>
public sealed record ProposedProgramChange(Guid Id, long Version, Guid ChangeId, int Edition, ProgramChangeKind Kind)
    : IVersioned
{
    internal static ProposedProgramChange Of(MentoringProgram program, ProgramChange change) =>
        new(program.Id, program.Version, change.Id, change.Edition, change.Kind);
}

internal sealed class ChangeProgramTermValidator : AbstractValidator<ChangeProgramTerm>
{
    public ChangeProgramTermValidator()
    {
        // A day further away is a slip of the pen.
        RuleFor(r => r.EndsOn).LessThanOrEqualTo(new DateOnly(2099, 12, 31));
        RuleFor(r => r.Reason).NotEmpty().MaximumLength(4000);
    }
}

internal static class ChangeProgramTermEndpoint
{
    public static void MapChangeProgramTerm(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{programId:guid}/term-changes",
                (Guid programId, ChangeProgramTerm body, Dispatcher send) =>
                    send.Created(body with { ProgramId = programId })
            )
            .DescribesCreation<ChangeProgramTerm, ProposedProgramChange>(
                "Proposes to extend or shorten a program",
                ProgramErrors.NotActive,
                ProgramErrors.TermUnchanged,
                ProgramErrors.EndInPast,
                ProgramErrors.ActivitiesAfterEnd
            )
            .WithExample(new { endsOn = "2026-06-30", reason = "Открытый урок перенесён на июнь." });
}

internal sealed class ChangeProgramTermHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<ChangeProgramTerm, Result<ProposedProgramChange>>
{
    public async Task<Result<ProposedProgramChange>> Handle(
        ChangeProgramTerm request,
        CancellationToken cancellationToken
    )
    {
        var today = calendar.Today(scope.Tenant);
        var loaded = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (loaded.Error is { } absent)
            return absent;
        var (program, team) = loaded.Value;
        if (ProgramAccess.ProposesAs(scope.Actor, team) is not { } by)
            return CommonErrors.Forbidden;
        if (scope.CheckVersion(program.Version) is { Error: { } stale })
            return stale;
        var change = program.ProposeTerm(request.EndsOn, new Proposal(by, today, request.Reason), team.Signers);
        if (change.Error is { } refusal)
            return refusal;
        return ProposedProgramChange.Of(program, change.Value);
    }
}
