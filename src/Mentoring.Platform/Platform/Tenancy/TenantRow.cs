namespace Mentoring.Platform.Platform.Tenancy;

/// <summary>The tenant tree itself, a platform table: names and places of offices and schools, no persons.</summary>
public sealed class TenantRow
{
    public Guid Id { get; init; }
    public TenantKind Kind { get; init; }
    public Guid? ParentId { get; init; }
    public required Guid[] Lineage { get; init; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public required string TimeZone { get; set; }

    /// <summary>Since this date the tenant takes no part any more.</summary>
    public DateOnly? ClosedOn { get; set; }

    /// <summary>What the tenant is found by; made by the database.</summary>
    public string SearchText { get; private set; } = "";
}
