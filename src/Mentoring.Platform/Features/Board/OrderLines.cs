using Mentoring.Platform.Features.Orders;

namespace Mentoring.Platform.Features.Board;

/// <summary>What an order asks the actor for.</summary>
public static class OrderLines
{
    public static IEnumerable<BoardLine> Of(BoardOrder order, BoardDay day)
    {
        var allowed = OrderAccess.Allowed(day.Actor, order.State);
        var target = new BoardTarget(BoardTargetKind.Order, order.Id);
        if (allowed.Contains("signOrder"))
            yield return BoardLine.Of(
                BoardKind.OrdersToSign,
                order.Id,
                order.Heading,
                target,
                order.DraftedOn,
                string.Join(", ", order.People) + (order.PeopleCount > order.People.Count ? "…" : "")
            );
        if (allowed.Contains("acknowledgeOrder") && order.AcknowledgedCount < order.PeopleCount)
            yield return BoardLine.Of(
                BoardKind.OrdersToAcknowledge,
                order.Id,
                $"№ {order.Number} {order.Heading}",
                target,
                order.SignedOn,
                $"{order.AcknowledgedCount}/{order.PeopleCount}"
            );
    }
}
