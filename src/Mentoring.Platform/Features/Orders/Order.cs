using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Lists;
using Mentoring.Platform.Platform.Results;

namespace Mentoring.Platform.Features.Orders;

/// <summary>An order of the head: drafted, signed by hand on paper, sealed here with number, date and hash.</summary>
public sealed class Order : Aggregate
{
    private readonly List<OrderedPair> pairs = [];
    private readonly List<OrderAcknowledgment> acknowledgments = [];

    private Order() { }

    public OrderKind Kind { get; private set; }
    public OrderState State { get; private set; }
    public OrderText Text { get; private set; } = null!;

    /// <summary>Of the text, once more, for lists.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Number, heading and people: what the order is found by.</summary>
    public string SearchText { get; private set; } = "";
    public DateOnly DraftedOn { get; private set; }
    public string? Number { get; private set; }

    /// <summary>The calendar year whose series the number is of.</summary>
    public int? NumberYear { get; private set; }
    public DateOnly? SignedOn { get; private set; }
    public Guid? DocumentId { get; private set; }
    public DateOnly? RevokedOn { get; private set; }
    public string? RevocationReason { get; private set; }

    public IReadOnlyList<OrderedPair> Pairs => pairs;
    public IReadOnlyList<OrderAcknowledgment> Acknowledgments => acknowledgments;

    public bool IsInForce => State is OrderState.InForce or OrderState.Acknowledged;

    public static Result<Order> DraftPairAssignment(
        OrderText text,
        IReadOnlyList<OrderedPair> pairs,
        IReadOnlyList<OrderAcknowledgment> acknowledgments,
        DateOnly today
    )
    {
        if (pairs.Count == 0)
            return OrderErrors.NoPairs;
        var order = new Order
        {
            Kind = OrderKind.PairAssignment,
            State = OrderState.Draft,
            DraftedOn = today,
        };
        order.pairs.AddRange(pairs);
        order.acknowledgments.AddRange(acknowledgments);
        order.Say(text);
        return order;
    }

    public Result Edit(OrderText text)
    {
        if (State != OrderState.Draft)
            return WrongState();
        Say(text);
        return Result.Ok;
    }

    /// <param name="lastSignedOn">The date of the year's last order, where dates must go on with the numbers; null where the number is set by hand.</param>
    public Result Sign(string number, DateOnly signedOn, DateOnly? lastSignedOn, Guid documentId, DateOnly today)
    {
        if (State != OrderState.Draft)
            return WrongState();
        if (CheckDate(signedOn, lastSignedOn, today) is { IsOk: false } refused)
            return refused;
        Number = number;
        SearchText = Found();
        NumberYear = signedOn.Year;
        SignedOn = signedOn;
        DocumentId = documentId;
        State = OrderState.Signed;
        Changed();
        return Result.Ok;
    }

    /// <summary>Whether an order could be dated so.</summary>
    public Result CheckDate(DateOnly signedOn, DateOnly? lastSignedOn, DateOnly today)
    {
        if (signedOn > today)
            return OrderErrors.DateInFuture;
        if (signedOn < DraftedOn)
            return OrderErrors.SignedBeforeDraft;
        if (signedOn < lastSignedOn)
            return OrderErrors.DateBeforeLast;
        return Result.Ok;
    }

    /// <summary>The order takes effect: on the day of its signing, unless a later one is set.</summary>
    public Result TakeEffect(DateOnly today)
    {
        if (State != OrderState.Signed)
            return WrongState();
        if (SignedOn > today)
            return OrderErrors.DateInFuture;
        State = OrderState.InForce;
        if (acknowledgments.Count == 0)
            State = OrderState.Acknowledged;
        Changed();
        return Result.Ok;
    }

    /// <summary>People have signed the acknowledgment sheet. Who has done so before keeps his date.</summary>
    public Result Acknowledge(IReadOnlyCollection<Guid> personIds, DateOnly acknowledgedOn, DateOnly today)
    {
        if (!IsInForce)
            return WrongState();
        if (acknowledgedOn > today || acknowledgedOn < SignedOn)
            return OrderErrors.AcknowledgedOutOfOrder;
        var rows = acknowledgments.FindAll(a => personIds.Contains(a.PersonId));
        if (rows.Count != personIds.Distinct().Count())
            return OrderErrors.NotNamed;
        foreach (var row in rows.Where(r => r.AcknowledgedOn is null))
        {
            row.AcknowledgedOn = acknowledgedOn;
            Changed();
        }
        if (State == OrderState.InForce && acknowledgments.TrueForAll(a => a.AcknowledgedOn is not null))
            State = OrderState.Acknowledged;
        return Result.Ok;
    }

    /// <summary>A draft is given up; its pairs may be put into another order.</summary>
    public Result Cancel()
    {
        if (State != OrderState.Draft)
            return WrongState();
        State = OrderState.Cancelled;
        Release();
        return Result.Ok;
    }

    /// <summary>A signed order is repealed: nothing of it is deleted, but it opens no gate any more.</summary>
    public Result Revoke(DateOnly revokedOn, string reason, DateOnly today)
    {
        if (!IsInForce)
            return WrongState();
        if (revokedOn > today || revokedOn < SignedOn)
            return OrderErrors.RevokedOutOfOrder;
        State = OrderState.Revoked;
        RevokedOn = revokedOn;
        RevocationReason = reason;
        Release();
        return Result.Ok;
    }

    private void Say(OrderText text)
    {
        Text = text;
        Heading = text.Heading;
        SearchText = Found();
        Changed();
    }

    private string Found() => Search.Text([Number, Heading, .. acknowledgments.Select(a => a.Name)]);

    private void Release()
    {
        foreach (var pair in pairs)
            pair.IsLive = false;
        Changed();
    }

    private Error WrongState() => OrderErrors.WrongState.With("state", EnumText<OrderState>.Write(State));
}
