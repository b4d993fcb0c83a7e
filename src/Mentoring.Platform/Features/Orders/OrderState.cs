namespace Mentoring.Platform.Features.Orders;

/// <summary>What an order is about.</summary>
public enum OrderKind
{
    /// <summary>«О закреплении наставнических пар».</summary>
    PairAssignment,
}

/// <summary>States of an order.</summary>
public enum OrderState
{
    Draft,

    /// <summary>Number, date and sealed text; not yet in force.</summary>
    Signed,
    InForce,

    /// <summary>In force, and everybody named in it is acquainted with it.</summary>
    Acknowledged,

    /// <summary>Signed once, repealed since; its number stays taken.</summary>
    Revoked,

    /// <summary>A draft that was given up.</summary>
    Cancelled,
}
