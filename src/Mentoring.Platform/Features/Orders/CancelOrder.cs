using System.Text.Json.Serialization;
using FluentValidation;
using MediatR;
using Mentoring.Platform.Features.Pairs;
using Mentoring.Platform.Platform.Access;
using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Documents;
using Mentoring.Platform.Platform.Http;
using Mentoring.Platform.Platform.Requests;
using Mentoring.Platform.Platform.Results;
using Mentoring.Platform.Platform.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Mentoring.Platform.Features.Orders;

/// <summary>Gives a draft up; its pairs may be put into another order.</summary>
[RequirePermission(OrderPermissions.Draft)]
[RequireIfMatch]
public sealed record CancelOrder : ICommand<OrderRevision>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal static class CancelOrderEndpoint
{
    public static void MapCancelOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{orderId:guid}/cancellation",
                (Guid orderId, Dispatcher send) => send.Ok(new CancelOrder { OrderId = orderId })
            )
            .Describes<CancelOrder, OrderRevision>("Gives a draft of an order up", OrderErrors.WrongState);
}

internal sealed class CancelOrderHandler(MentoringDbContext db, RequestScope scope)
    : IRequestHandler<CancelOrder, Result<OrderRevision>>
{
    public async Task<Result<OrderRevision>> Handle(CancelOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(order.Version).Error is { } stale)
            return stale;
        return order.Cancel().Error is { } refused ? refused : OrderRevision.Of(order);
    }
}
