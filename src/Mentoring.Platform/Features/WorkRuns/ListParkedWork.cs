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

/// <summary>Items that have failed too often and wait for an operator.</summary>
[RequirePermission(WorkRunPermissions.View)]
public sealed record ListParkedWork(int? Limit, string? Cursor, string? Sort, string? Q, string? Kind)
    : IQuery<Page<ParkedWorkItem>>,
        IPageRequest;

public sealed record ParkedWorkItem
{
    public required Guid Id { get; init; }
    public required string Kind { get; init; }
    public required string TenantName { get; init; }
    public required DateTimeOffset ParkedAt { get; init; }
    public required int Attempts { get; init; }

    /// <summary>Types of the last failure, for whoever looks after the system; nobody's data.</summary>
    public required string Reason { get; init; }
}

internal sealed class ListParkedWorkValidator : AbstractValidator<ListParkedWork>
{
    public ListParkedWorkValidator()
    {
        this.AddPageRules(ListParkedWorkHandler.Orders.Names);
        RuleFor(r => r.Kind).MaximumLength(100);
    }
}

internal static class ListParkedWorkEndpoint
{
    public static void MapListParkedWork(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/parked", ([AsParameters] ListParkedWork query, Dispatcher send) => send.Ok(query))
            .Describes<ListParkedWork, Page<ParkedWorkItem>>("Lists work that waits for an operator");
}

internal sealed class ListParkedWorkHandler(WorkDesk desk, RequestScope scope)
    : IRequestHandler<ListParkedWork, Result<Page<ParkedWorkItem>>>
{
    public static readonly Sorting<ParkedWorkItem> Orders = new Sorting<ParkedWorkItem>(i => i.Id).By(
        "parkedAt",
        i => i.ParkedAt
    );

    public async Task<Result<Page<ParkedWorkItem>>> Handle(
        ListParkedWork request,
        CancellationToken cancellationToken
    ) =>
        await desk.Items(
            scope.Tenant,
            db => Orders.Page(Rows(db, scope.Tenant.Id, request), request, cancellationToken),
            cancellationToken
        );

    private static IQueryable<ParkedWorkItem> Rows(MentoringDbContext db, Guid region, ListParkedWork request) =>
        from item in db.Set<WorkItem>()
        join tenant in db.Tenants.Matching(request.Q, t => t.SearchText) on item.TenantId equals tenant.Id
        where
            tenant.Lineage.Contains(region)
            && item.ParkedAt != null
            && (request.Kind == null || item.Kind == request.Kind)
        select new ParkedWorkItem
        {
            Id = item.Id,
            Kind = item.Kind,
            TenantName = tenant.ShortName,
            ParkedAt = item.ParkedAt!.Value,
            Attempts = item.Attempts,
            Reason = item.LastError ?? "",
        };
}
