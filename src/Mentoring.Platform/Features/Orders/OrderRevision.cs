using Mentoring.Platform.Platform.Requests;

namespace Mentoring.Platform.Features.Orders;

/// <summary>What a command on an order answers: what became of it.</summary>
public sealed record OrderRevision(Guid Id, long Version, OrderState State, AcknowledgedCount Acknowledged) : IVersioned
{
    public static OrderRevision Of(Order order) =>
        new(order.Id, order.Version, order.State, AcknowledgedCount.In(order));
}

/// <summary>So many of so many have signed the acknowledgment sheet.</summary>
public sealed record AcknowledgedCount(int N, int Of)
{
    public static AcknowledgedCount In(Order order) =>
        new(order.Acknowledgments.Count(a => a.AcknowledgedOn is not null), order.Acknowledgments.Count);
}
