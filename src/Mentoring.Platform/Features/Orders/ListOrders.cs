using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>The organization's orders.</summary>
[RequirePermission(OrderPermissions.View)]
public sealed record ListOrders(int? Limit, string? Cursor, string? Sort, string? Q, OrderState? State)
    : IQuery<Page<OrderItem>>,
        IPageRequest;

public sealed record OrderItem
{
    public required Guid Id { get; init; }
    public required long Version { get; init; }
    public required OrderState State { get; init; }
    public required OrderKind Kind { get; init; }
    public required string? Number { get; init; }
    public required DateOnly? SignedOn { get; init; }
    public required DateOnly DraftedOn { get; init; }
    public required string Heading { get; init; }
    public required int PairCount { get; init; }
    public required int AcknowledgedCount { get; init; }
    public required int AcknowledgmentCount { get; init; }
}

internal sealed class ListOrdersValidator : AbstractValidator<ListOrders>
{
    public ListOrdersValidator()
    {
        this.AddPageRules(ListOrdersHandler.Orders.Names);
        RuleFor(r => r.State).IsInEnum();
    }
}

internal static class ListOrdersEndpoint
{
    public static void MapListOrders(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet("", ([AsParameters] ListOrders query, Dispatcher send) => send.Ok(query))
            .Describes<ListOrders, Page<OrderItem>>("Lists the organization's orders");
}

internal sealed class ListOrdersHandler(MentoringDbContext db) : IRequestHandler<ListOrders, Result<Page<OrderItem>>>
{
    public static readonly Sorting<OrderItem> Orders = new Sorting<OrderItem>(o => o.Id)
        .By("draftedOn", o => o.DraftedOn)
        .By("heading", o => o.Heading);

    public async Task<Result<Page<OrderItem>>> Handle(ListOrders request, CancellationToken cancellationToken)
    {
        var orders = db.Set<Order>().Matching(request.Q, o => o.SearchText);
        if (request.State is { } state)
            orders = orders.Where(o => o.State == state);
        return await Orders.Page(
            orders.Select(o => new OrderItem
            {
                Id = o.Id,
                Version = o.Version,
                State = o.State,
                Kind = o.Kind,
                Number = o.Number,
                SignedOn = o.SignedOn,
                DraftedOn = o.DraftedOn,
                Heading = o.Heading,
                PairCount = o.Pairs.Count,
                AcknowledgedCount = o.Acknowledgments.Count(a => a.AcknowledgedOn != null),
                AcknowledgmentCount = o.Acknowledgments.Count,
            }),
            request,
            cancellationToken
        );
    }
}
