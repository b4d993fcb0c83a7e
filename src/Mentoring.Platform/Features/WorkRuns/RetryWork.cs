using System.Text.Json.Serialization;
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

/// <summary>One parked item is tried again from the beginning.</summary>
[RequirePermission(WorkRunPermissions.Manage)]
public sealed record RetryWork : ICommand<WorkRetried>
{
    [JsonIgnore]
    public Guid ItemId { get; init; }
}

/// <param name="Items">How many items are tried again.</param>
public sealed record WorkRetried(int Items);

internal static class RetryWorkEndpoint
{
    public static void MapRetryWork(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/parked/{itemId:guid}/retry",
                (Guid itemId, Dispatcher send) => send.Ok(new RetryWork { ItemId = itemId })
            )
            .Describes<RetryWork, WorkRetried>("Tries one parked item again");
}

internal sealed class RetryWorkHandler(MentoringDbContext db, WorkDesk desk, RequestScope scope)
    : IRequestHandler<RetryWork, Result<WorkRetried>>
{
    public async Task<Result<WorkRetried>> Handle(RetryWork request, CancellationToken cancellationToken)
    {
        // Committed first, and safe to repeat: should the audit row fail after it, the request comes again.
        var items = await desk.Retry(scope.Tenant.Id, request.ItemId, null, cancellationToken);
        if (items == 0)
            return CommonErrors.NotFound;
        db.Add(Auditing.Row(db, "retryWork", db.Now, nameof(WorkItem), request.ItemId, version: null, fields: []));
        return new WorkRetried(items);
    }
}
