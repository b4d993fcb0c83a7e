using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Access;

/// <summary>What an account or an API key is in one tenant.</summary>
/// <param name="PersonId">The person of that tenant, if the account is one of its participants.</param>
/// <param name="Permissions">The union of what the roles, or the key's scopes, allow.</param>
public sealed record Membership(
    TenantInfo Tenant,
    Guid? PersonId,
    IReadOnlyList<string> Roles,
    IReadOnlySet<string> Permissions
);

/// <summary>Who asks: an account or an API key, as the database knew them half a second ago at most.</summary>
/// <param name="Id">Of the account or of the key.</param>
public abstract record Principal(Guid Id, IReadOnlyList<Membership> Memberships)
{
    public Membership? In(Guid tenantId) => Memberships.FirstOrDefault(m => m.Tenant.Id == tenantId);
}

/// <summary>An account with its memberships, in one of its sessions.</summary>
public sealed record AccountPrincipal(
    Guid AccountId,
    Guid SessionId,
    string DisplayName,
    IReadOnlyList<Membership> Memberships
) : Principal(AccountId, Memberships);

/// <summary>An API key: nobody's session, no person, one tenant.</summary>
public sealed record KeyPrincipal(Guid KeyId, Membership Membership) : Principal(KeyId, [Membership]);

/// <summary>Who acts in one tenant: the argument of every rule in <c>…Access.cs</c>.</summary>
/// <param name="AccountId">The account; the key's own id where a key acts, which no account has.</param>
/// <param name="PersonId">The actor as a person of the tenant, if he is one.</param>
public sealed record Actor(Guid AccountId, Guid? PersonId, IReadOnlySet<string> Permissions)
{
    public bool Can(string permission) => Permissions.Contains(permission);

    public bool Is(Guid personId) => PersonId == personId;
}
