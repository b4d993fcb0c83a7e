using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Orders;

public static class OrderErrors
{
    public static readonly Error NoPairs = new(
        ErrorKind.Invalid,
        "order.no_pairs",
        "An order on assigning pairs names at least one."
    );
    public static readonly Error PairNotReady = new(
        ErrorKind.Conflict,
        "order.pair_not_ready",
        "A pair does not await an order: its members' written consents are not collected, or an order names it already."
    );
    public static readonly Error PairInAnotherOrder = new(
        ErrorKind.Conflict,
        "order.pair_in_another_order",
        "Another draft or order in force names one of the pairs."
    );
    public static readonly Error WrongState = new(
        ErrorKind.Conflict,
        "order.wrong_state",
        "The order's state does not allow this: what is signed is not changed."
    );
    public static readonly Error DateInFuture = new(
        ErrorKind.Invalid,
        "order.date_in_future",
        "An order is not signed on a day that has not come."
    );
    public static readonly Error SignedBeforeDraft = new(
        ErrorKind.Invalid,
        "order.signed_before_draft",
        "The order was drafted later than this day."
    );
    public static readonly Error DateBeforeLast = new(
        ErrorKind.Conflict,
        "order.date_before_last",
        "A later order has a number already; to date this one earlier, set its number by hand."
    );
    public static readonly Error NumberTaken = new(
        ErrorKind.Conflict,
        "order.number_taken",
        "Another order of the year has this number."
    );
    public static readonly Error AcknowledgedOutOfOrder = new(
        ErrorKind.Invalid,
        "order.acknowledged_out_of_order",
        "The date is in the future, or earlier than the order."
    );
    public static readonly Error NotNamed = new(
        ErrorKind.Invalid,
        "order.not_named",
        "One of these people is not on the acknowledgment sheet."
    );
    public static readonly Error RevokedOutOfOrder = new(
        ErrorKind.Invalid,
        "order.revoked_out_of_order",
        "The date is in the future, or earlier than the order."
    );
}
