namespace Mentoring.Platform.Features.ApiKeys;

/// <summary>Whether a key opens anything now.</summary>
public enum ApiKeyState
{
    Active,

    /// <summary>Valid, but not for much longer.</summary>
    Expiring,
    Expired,
    Revoked,
}

/// <summary>A key of one tenant. The key itself is known to whoever made it; the row has its hash.</summary>
public sealed class ApiKey
{
    public const int LongestDays = 365;

    /// <summary>How many valid keys a tenant may have: a brake on limits per key, not a wall.</summary>
    public const int MostValid = 20;

    private static readonly TimeSpan Soon = TimeSpan.FromDays(14);

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid TenantId { get; init; }
    public required string Name { get; init; }

    /// <summary>The beginning by which people know the key again.</summary>
    public required string Prefix { get; init; }
    public required byte[] SecretHash { get; init; }
    public required string[] Scopes { get; init; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The Idempotency-Key of the request that made it: repeated after a lost answer, it makes no second one.</summary>
    public required string RequestKey { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? LastUsedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; private set; }
    public Guid? RevokedBy { get; private set; }

    /// <summary>Made by the database.</summary>
    public string SearchText { get; private init; } = "";

    public ApiKeyState State(DateTimeOffset now) => StateOf(RevokedAt, ExpiresAt, now);

    public static ApiKeyState StateOf(DateTimeOffset? revokedAt, DateTimeOffset expiresAt, DateTimeOffset now) =>
        revokedAt is not null ? ApiKeyState.Revoked
        : now >= expiresAt ? ApiKeyState.Expired
        : now >= expiresAt - Soon ? ApiKeyState.Expiring
        : ApiKeyState.Active;

    /// <summary>Revoked stays revoked: who did it first, and when, is kept.</summary>
    public void Revoke(Guid accountId, DateTimeOffset now)
    {
        if (RevokedAt is not null)
            return;
        RevokedAt = now;
        RevokedBy = accountId;
    }
}

/// <summary>Whoever made or revoked a key, as the list names him.</summary>
public sealed class KeyKeeper
{
    public Guid Id { get; init; }
    public required string DisplayName { get; init; }
}
