namespace Mentoring.Platform.Platform.Data;

/// <summary>
/// Something to be done after the commit that caused it. Written in that transaction; items of the same
/// kind, tenant and key are done once for all of them. The database puts the tenant in: a writer cannot name another.
/// </summary>
public sealed class WorkItem
{
    /// <summary>Something of an organization has changed; whoever derives figures from it looks again.</summary>
    public const string OrganizationChanged = "organization.changed";

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid TenantId { get; init; }
    public required string Kind { get; init; }

    /// <summary>What coalesces; empty where one item per tenant is enough.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public string Payload { get; init; } = "{}";

    /// <summary>How often it has failed.</summary>
    public int Attempts { get; private set; }

    /// <summary>Types of the last failure; never its message.</summary>
    public string? LastError { get; private set; }

    /// <summary>Since when it waits for an operator, having failed too often.</summary>
    public DateTimeOffset? ParkedAt { get; private set; }
}
