using System.Text.Json;
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

/// <summary>Every edition of a program that has been in force, word for word, the latest first.</summary>
[RequirePermission(ProgramPermissions.View)]
public sealed record ListProgramEditions(Guid ProgramId) : IQuery<ProgramEditions>;

/// <param name="Items">The latest first; none before the approval.</param>
public sealed record ProgramEditions(IReadOnlyList<ProgramEditionItem> Items);

/// <param name="SealedOn">Since when it has been in force.</param>
/// <param name="Sha256">Of the sealed text, hexadecimal.</param>
public sealed record ProgramEditionItem(
    int Edition,
    DateOnly SealedOn,
    string Sha256,
    ProgramBasis Basis,
    IReadOnlyList<string> FormCodes,
    IReadOnlyList<string> KindCodes,
    DeliveryMode DeliveryMode,
    DateOnly StartsOn,
    DateOnly EndsOn,
    ProgramRationale Rationale,
    IReadOnlyList<ActivityPlan> Activities
);

internal static class ListProgramEditionsEndpoint
{
    public static void MapListProgramEditions(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/{programId:guid}/editions",
                (Guid programId, Dispatcher send) => send.Ok(new ListProgramEditions(programId))
            )
            .Describes<ListProgramEditions, ProgramEditions>("Lists the editions of a program that have been in force");
}

internal sealed class ListProgramEditionsHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<ListProgramEditions, Result<ProgramEditions>>
{
    public async Task<Result<ProgramEditions>> Handle(ListProgramEditions request, CancellationToken cancellationToken)
    {
        var today = calendar.Today(scope.Tenant);
        var found = await LoadedProgram.Load(db, request.ProgramId, today, cancellationToken);
        if (found.Error is { } absent)
            return absent;
        var editions = await db.Set<ProgramEdition>()
            .AsNoTracking()
            .Where(e => e.ProgramId == request.ProgramId)
            .OrderByDescending(e => e.Edition)
            .ToListAsync(cancellationToken);
        return new ProgramEditions([.. editions.Select(Item)]);
    }

    private static ProgramEditionItem Item(ProgramEdition edition)
    {
        var said = JsonSerializer.Deserialize<ProgramContent>(edition.Content, ProgramEdition.Json)!;
        return new ProgramEditionItem(
            edition.Edition,
            edition.SealedOn,
            Convert.ToHexStringLower(edition.Hash),
            said.Basis,
            said.FormCodes,
            said.KindCodes,
            said.DeliveryMode,
            said.Term.StartsOn,
            said.Term.EndsOn,
            said.Rationale,
            said.Activities
        );
    }
}
