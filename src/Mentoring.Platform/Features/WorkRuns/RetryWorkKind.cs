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

/// <summary>All parked items of a kind in the region are tried again from the beginning.</summary>
[RequirePermission(WorkRunPermissions.Manage)]
public sealed record RetryWorkKind : ICommand<WorkRetried>
{
    [JsonIgnore]
    public string Kind { get; init; } = "";
}

internal sealed class RetryWorkKindValidator : AbstractValidator<RetryWorkKind>
{
    public RetryWorkKindValidator() => RuleFor(r => r.Kind).NotEmpty().MaximumLength(100);
}

internal static class RetryWorkKindEndpoint
{
    public static void MapRetryWorkKind(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/kinds/{kind}/retry",
                (string kind, Dispatcher send) => send.Ok(new RetryWorkKind { Kind = kind })
            )
            .Describes<RetryWorkKind, WorkRetried>("Tries all parked items of a kind again");
}

internal sealed class RetryWorkKindHandler(MentoringDbContext db, WorkDesk desk, WorkKinds kinds, RequestScope scope)
    : IRequestHandler<RetryWorkKind, Result<WorkRetried>>
{
    public async Task<Result<WorkRetried>> Handle(RetryWorkKind request, CancellationToken cancellationToken)
    {
        if (!kinds.Has(request.Kind))
            return CommonErrors.NotFound;
        var region = scope.Tenant.Id;
        // Committed first, and safe to repeat: should the audit row fail after it, the request comes again.
        var items = await desk.Retry(region, null, request.Kind, cancellationToken);
        db.Add(Auditing.Row(db, "retryWorkKind", db.Now, "WorkKind", region, version: null, fields: [request.Kind]));
        return new WorkRetried(items);
    }
}
