namespace Mentoring.Platform.Features.Orders;

public static class OrderPermissions
{
    public const string View = "orders.view";

    /// <summary>To draft an order, and to give a draft up.</summary>
    public const string Draft = "orders.draft";
    public const string Edit = "orders.edit";

    /// <summary>The head's alone: to sign, and to revoke what is signed.</summary>
    public const string Sign = "orders.sign";

    /// <summary>To record who has signed the acknowledgment sheet.</summary>
    public const string Acknowledge = "orders.acknowledge";
}
