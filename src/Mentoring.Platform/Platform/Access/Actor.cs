using Mentoring.Platform.Platform.Tenancy;

namespace Mentoring.Platform.Platform.Access;

/// <summary>What an account is in one tenant.</summary>
/// <param name="PersonId">The person of that tenant, if the account is one of its participants.</param>
/// <param name="Permissions">The union of what the roles allow.</param>
public sealed record Membership(
    TenantInfo Tenant,
    Guid? PersonId,
    IReadOnlyList<string> Roles,
    IReadOnlySet<string> Permissions
);

/// <summary>Who asks: an account with its memberships, read anew for every request.</summary>
public sealed record Principal(
    Guid AccountId,
    Guid SessionId,
    string DisplayName,
    IReadOnlyList<Membership> Memberships
)
{
    public Membership? In(Guid tenantId) => Memberships.FirstOrDefault(m => m.Tenant.Id == tenantId);
}

/// <summary>Who acts in one tenant: the argument of every rule in <c>…Access.cs</c>.</summary>
/// <param name="PersonId">The actor as a person of the tenant, if he is one.</param>
public sealed record Actor(Guid AccountId, Guid? PersonId, IReadOnlySet<string> Permissions)
{
    public bool Can(string permission) => Permissions.Contains(permission);

    public bool Is(Guid personId) => PersonId == personId;
}
