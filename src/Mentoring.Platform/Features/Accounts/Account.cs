using Microsoft.AspNetCore.Identity;

namespace Mentoring.Platform.Features.Accounts;

/// <summary>A login of one human being; what he is where, the memberships say.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>Name shown to the account's owner; schools show the person of their own tenant.</summary>
    public required string DisplayName { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }
}

/// <summary>What an account is in a tenant.</summary>
public sealed class MembershipRow
{
    public Guid AccountId { get; init; }
    public Guid TenantId { get; init; }
    public Guid? PersonId { get; set; }
    public required string[] Roles { get; set; }
}

/// <summary>A sign-in that lasts. The token itself is in the cookie only; the row has its hash.</summary>
public sealed class SessionRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required byte[] TokenHash { get; init; }
    public Guid AccountId { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset LastSeenAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

/// <summary>A one-time code on paper: the first password, or a new one for a forgotten one.</summary>
public sealed class Invitation
{
    /// <summary>After so many wrong codes the paper is void and a new one must be printed.</summary>
    public const int MostFailures = 10;

    public Guid Id { get; init; } = Guid.CreateVersion7();
    public Guid AccountId { get; init; }
    public Guid TenantId { get; init; }
    public required byte[] CodeHash { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset ExpiresAt { get; init; }
    public DateTimeOffset? UsedAt { get; set; }
    public int Failures { get; set; }

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt && Failures < MostFailures;
}

/// <summary>Failed sign-ins of one login from one address, for the growing delay.</summary>
public sealed class SignInFailure
{
    public required string Subject { get; init; }
    public int Failures { get; set; }
    public DateTimeOffset LastAt { get; set; }
}
