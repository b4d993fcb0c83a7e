using Mentoring.Platform.Platform.Data;

namespace Mentoring.Platform.Features.Orders;

/// <summary>A pair as the order names it: who they were on the day when it was drafted.</summary>
public sealed class OrderedPair : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid OrderId { get; private set; }
    public required Guid PairId { get; init; }
    public required int Ordinal { get; init; }
    public required string MentorName { get; init; }
    public required string MentorPosition { get; init; }
    public required string MenteeName { get; init; }
    public required string MenteePosition { get; init; }
    public required string FormName { get; init; }

    /// <summary>Of a draft or an order in force: no other live order may name the pair.</summary>
    public bool IsLive { get; internal set; } = true;
}

/// <summary>One row of «С приказом ознакомлены:».</summary>
public sealed class OrderAcknowledgment : ITenantOwned
{
    public Guid TenantId { get; internal set; }
    public Guid OrderId { get; private set; }
    public required Guid PersonId { get; init; }
    public required int Ordinal { get; init; }

    /// <summary>«Фамилия И.О.».</summary>
    public required string Name { get; init; }
    public required string Position { get; init; }
    public DateOnly? AcknowledgedOn { get; internal set; }
}
