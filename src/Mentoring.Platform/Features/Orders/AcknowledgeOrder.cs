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

/// <summary>Records who has signed the acknowledgment sheet, on which day. Who is recorded already keeps his date.</summary>
[RequirePermission(OrderPermissions.Acknowledge)]
public sealed record AcknowledgeOrder(IReadOnlyList<Guid> PersonIds, DateOnly AcknowledgedOn) : ICommand<OrderRevision>
{
    [JsonIgnore]
    public Guid OrderId { get; init; }
}

internal sealed class AcknowledgeOrderValidator : AbstractValidator<AcknowledgeOrder>
{
    public AcknowledgeOrderValidator() =>
        RuleFor(r => r.PersonIds).NotEmpty().Must(ids => ids.Count <= 400).WithMessage("At most 400 people.");
}

internal static class AcknowledgeOrderEndpoint
{
    private static readonly string[] ExamplePeople = ["0197f000-0000-7000-8000-000000000001"];

    public static void MapAcknowledgeOrder(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/{orderId:guid}/acknowledgments",
                (Guid orderId, AcknowledgeOrder body, Dispatcher send) => send.Ok(body with { OrderId = orderId })
            )
            .Describes<AcknowledgeOrder, OrderRevision>(
                "Records who is acquainted with an order",
                OrderErrors.WrongState,
                OrderErrors.AcknowledgedOutOfOrder,
                OrderErrors.NotNamed
            )
            .WithExample(new { personIds = ExamplePeople, acknowledgedOn = "2026-04-21" });
}

internal sealed class AcknowledgeOrderHandler(MentoringDbContext db, RequestScope scope, SchoolCalendar calendar)
    : IRequestHandler<AcknowledgeOrder, Result<OrderRevision>>
{
    public async Task<Result<OrderRevision>> Handle(AcknowledgeOrder request, CancellationToken cancellationToken)
    {
        if (await db.FindOrder(request.OrderId, cancellationToken) is not { } order)
            return CommonErrors.NotFound;
        var recorded = order.Acknowledge(request.PersonIds, request.AcknowledgedOn, calendar.Today(scope.Tenant));
        return recorded.Error is { } refused ? refused : OrderRevision.Of(order);
    }
}
