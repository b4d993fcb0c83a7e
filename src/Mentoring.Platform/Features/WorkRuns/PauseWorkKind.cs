using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Pipeline;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>Nothing of a kind is begun in the region until it is resumed; what is due stays due.</summary>
[RequirePermission(WorkRunPermissions.Manage)]
public sealed record PauseWorkKind : ICommand<WorkKindPaused>
{
    [JsonIgnore]
    public string Kind { get; init; } = "";
}

/// <summary>Whether the kind is paused now.</summary>
public sealed record WorkKindPaused(string Kind, bool IsPaused);

internal sealed class PauseWorkKindValidator : AbstractValidator<PauseWorkKind>
{
    public PauseWorkKindValidator() => RuleFor(r => r.Kind).NotEmpty().MaximumLength(100);
}

internal static class PauseWorkKindEndpoint
{
    public static void MapPauseWorkKind(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/kinds/{kind}/pause",
                (string kind, Dispatcher send) => send.Ok(new PauseWorkKind { Kind = kind })
            )
            .Describes<PauseWorkKind, WorkKindPaused>("Pauses a kind of work in the region");
}

internal sealed class PauseWorkKindHandler(MentoringDbContext db, WorkDesk desk, WorkKinds kinds, RequestScope scope)
    : IRequestHandler<PauseWorkKind, Result<WorkKindPaused>>
{
    public async Task<Result<WorkKindPaused>> Handle(PauseWorkKind request, CancellationToken cancellationToken)
    {
        if (!kinds.Has(request.Kind))
            return CommonErrors.NotFound;
        var region = scope.Tenant.Id;
        // Committed first, and safe to repeat: should the audit row fail after it, the request comes again.
        await desk.Pause(region, request.Kind, cancellationToken);
        db.Add(Auditing.Row(db, "pauseWorkKind", db.Now, "WorkKind", region, version: null, fields: [request.Kind]));
        return new WorkKindPaused(request.Kind, IsPaused: true);
    }
}
