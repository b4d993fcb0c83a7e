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

/// <summary>Revokes a signed order: it stays on record, and the legal gate of its pairs is closed from that day.</summary>
[RequirePermission(OrderPermissions.Sign)]
[RequireIfMatch]
public sealed record RevokeOrder(DateOnly RevokedOn, string Reason) : ICommand<OrderRevision>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal sealed class RevokeOrderValidator : AbstractValidator<RevokeOrder>
{
    public RevokeOrderValidator() => RuleFor(r => r.Reason).NotEmpty().MaximumLength(500);
}

internal static class RevokeOrderEndpoint
{
    public static void MapRevokeOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{orderId:guid}/revocation",
                (Guid orderId, RevokeOrder body, Dispatcher send) => send.Ok(body with { OrderId = orderId })
            )
            .Describes<RevokeOrder, OrderRevision>(
                "Revokes a signed order",
                OrderErrors.WrongState,
                OrderErrors.RevokedOutOfOrder
            )
            .WithExample(new { revokedOn = "2026-05-12", reason = "Ошибка в должности наставника" });
}

internal sealed class RevokeOrderHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<RevokeOrder, Result<OrderRevision>>
{
    public async Task<Result<OrderRevision>> Handle(RevokeOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        if (scope.CheckVersion(order.Version).Error is { } stale)
            return stale;
        if (order.Revoke(request.RevokedOn, request.Reason, calendar.Today(scope.Tenant)).Error is { } refused)
            return refused;
        var ids = order.Pairs.Select(p => p.PairId).ToArray();
        var teams = await db.Set<MentoringTeam>()
            .Where(t =>
                ids.Contains(t.Id)
                && t.OrderId == order.Id
                && (t.State == PairState.ApprovedByOrder || t.State == PairState.Active)
            )
            .ToListAsync(cancellationToken);
        foreach (var team in teams)
        {
            if (team.OrderRevoked(order.Id, request.RevokedOn).Error is { } notRevoked)
                return notRevoked;
        }
        return OrderRevision.Of(order);
    }
}
