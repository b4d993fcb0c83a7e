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

/// <summary>A kind that was paused in the region goes on with everything that is due.</summary>
[RequirePermission(WorkRunPermissions.Manage)]
public sealed record ResumeWorkKind : ICommand<WorkKindPaused>
{
    [JsonIgnore]
    public string Kind { get; init; } = "";
}

internal sealed class ResumeWorkKindValidator : AbstractValidator<ResumeWorkKind>
{
    public ResumeWorkKindValidator() => RuleFor(r => r.Kind).NotEmpty().MaximumLength(100);
}

internal static class ResumeWorkKindEndpoint
{
    public static void MapResumeWorkKind(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/kinds/{kind}/resume",
                (string kind, Dispatcher send) => send.Ok(new ResumeWorkKind { Kind = kind })
            )
            .Describes<ResumeWorkKind, WorkKindPaused>("Resumes a paused kind of work in the region");
}

internal sealed class ResumeWorkKindHandler(MentoringDbContext db, WorkDesk desk, WorkKinds kinds, RequestScope scope)
    : IRequestHandler<ResumeWorkKind, Result<WorkKindPaused>>
{
    public async Task<Result<WorkKindPaused>> Handle(ResumeWorkKind request, CancellationToken cancellationToken)
    {
        if (!kinds.Has(request.Kind))
            return CommonErrors.NotFound;
        var region = scope.Tenant.Id;
        // Committed first, and safe to repeat: should the audit row fail after it, the request comes again.
        await desk.Resume(region, request.Kind, cancellationToken);
        db.Add(Auditing.Row(db, "resumeWorkKind", db.Now, "WorkKind", region, version: null, fields: [request.Kind]));
        return new WorkKindPaused(request.Kind, IsPaused: false);
    }
}
