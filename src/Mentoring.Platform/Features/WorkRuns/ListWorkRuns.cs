using FluentValidation;
using MediatR;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.WorkRuns;

/// <summary>Runs that are recorded one by one: those that failed, and those of whole regions.</summary>
[RequirePermission(WorkRunPermissions.View)]
public sealed record ListWorkRuns(
    int? Limit,
    string? Cursor,
    string? Sort,
    string? Q,
    string? Kind,
    WorkOutcome? Outcome
) : IQuery<Page<WorkRunItem>>, IPageRequest;

public sealed record WorkRunItem
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }

    /// <summary>The organization, municipality or region in which it ran.</summary>
    public required string TenantName { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required int DurationMs { get; init; }
    public required WorkOutcome Outcome { get; init; }

    /// <summary>Types of the failure, for whoever looks after the system; nobody's data.</summary>
    public required string? Reason { get; init; }
    public required int Attempt { get; init; }
    public required string Node { get; init; }
}

internal sealed class ListWorkRunsValidator : AbstractValidator<ListWorkRuns>
{
    public ListWorkRunsValidator()
    {
        this.AddPageRules(ListWorkRunsHandler.Orders.Names);
        RuleFor(r => r.Kind).MaximumLength(100);
        RuleFor(r => r.Outcome).IsInEnum();
    }
}

internal static class ListWorkRunsEndpoint
{
    public static void MapListWorkRuns(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListWorkRuns query, Dispatcher send) => send.Ok(query))
            .Describes<ListWorkRuns, Page<WorkRunItem>>("Lists recorded runs of background work");
}

internal sealed class ListWorkRunsHandler(MentoringDbContext db)
    : IRequestHandler<ListWorkRuns, Result<Page<WorkRunItem>>>
{
    public static readonly Sorting<WorkRunItem> Orders = new Sorting<WorkRunItem>(r => r.Id)
        .By("startedAt", r => r.StartedAt)
        .By("durationMs", r => r.DurationMs);

    public async Task<Result<Page<WorkRunItem>>> Handle(ListWorkRuns request, CancellationToken cancellationToken)
    {
        var region = db.TenantId;
        var tenants = db.Tenants.Matching(request.Q, t => t.SearchText);
        var rows =
            from run in db.Set<WorkRun>()
            join tenant in tenants on run.TenantId equals tenant.Id
            where
                run.Lineage.Contains(region)
                && (request.Kind == null || run.Kind == request.Kind)
                && (request.Outcome == null || run.Outcome == request.Outcome)
            select new WorkRunItem
            {
                Id = run.Id,
                Kind = run.Kind,
                TenantName = tenant.ShortName,
                StartedAt = run.StartedAt,
                DurationMs = run.DurationMs,
                Outcome = run.Outcome,
                Reason = run.Reason,
                Attempt = run.Attempt,
                Node = run.Node,
            };
        // Whoever asks for no order wants to see the newest.
        return await Orders.Page(
            rows,
            request.Sort is null ? request with { Sort = "-startedAt" } : request,
            cancellationToken
        );
    }
}
