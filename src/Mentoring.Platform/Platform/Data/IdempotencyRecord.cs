namespace Mentoring.Platform.Platform.Data;

/// <summary>The answer to a POST, kept so that a repeated request gets it again.</summary>
public sealed class IdempotencyRecord : ITenantOwned
{
    public Guid TenantId { get; internal set; }

    /// <summary>The account or the API key.</summary>
    public required Guid AccountId { get; init; }
    public required string Operation { get; init; }
    public required string Key { get; init; }

    /// <summary>SHA-256 of the request, route values included.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The answer as JSON; null only inside the transaction that makes it.</summary>
    public string? Response { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
}
