using Mentoring.Platform.Platform.Access;

namespace Mentoring.Platform.Features.Orders;

/// <summary>What an actor may do with an order now. Whoever may see orders sees all of the organization's.</summary>
public static class OrderAccess
{
    public static IReadOnlyList<string> Allowed(Actor actor, OrderState state) =>
        [.. Rules(state).Where(rule => actor.Can(rule.Permission)).Select(rule => rule.Operation)];

    private static IEnumerable<(string Operation, string Permission)> Rules(OrderState state)
    {
        yield return ("getOrderDocument", OrderPermissions.View);
        if (state == OrderState.Draft)
        {
            yield return ("editOrder", OrderPermissions.Edit);
            yield return ("signOrder", OrderPermissions.Sign);
            yield return ("cancelOrder", OrderPermissions.Draft);
        }
        if (state == OrderState.InForce)
            yield return ("acknowledgeOrder", OrderPermissions.Acknowledge);
        if (state is OrderState.InForce or OrderState.Acknowledged)
            yield return ("revokeOrder", OrderPermissions.Sign);
    }
}
