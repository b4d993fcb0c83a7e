namespace Mentoring.Platform.Platform.Schema;

/// <summary>A row policy as it is created, and as the catalog shows it again.</summary>
/// <param name="Command">ALL, SELECT, INSERT, UPDATE or DELETE.</param>
public sealed record Policy(
    string Name,
    bool Restrictive,
    string Command,
    string[] Roles,
    bool ForOwner,
    string? Using,
    string? Check
)
{
    public string Create(string table)
    {
        var roles = string.Join(", ", ForOwner ? [.. Roles, "CURRENT_ROLE"] : Roles);
        var check = Check is null ? "" : $" WITH CHECK ({Check})";
        var reading = Using is null ? "" : $" USING ({Using})";
        var mode = Restrictive ? "RESTRICTIVE" : "PERMISSIVE";
        return $"CREATE POLICY {Name} ON mentoring.{table} AS {mode} FOR {Command} TO {roles}{reading}{check};";
    }
}

/// <summary>
/// The policies of each kind of table: one restrictive wall, which no later policy can open, and the permissive ones
/// that open what the kind allows. The tenant is read through a subselect: once a statement, not once a row.
/// </summary>
public static class Policies
{
    private const string Own = "tenant_id = (SELECT tenancy.current_tenant())";
    private const string OfAncestors = "tenant_id = ANY ((SELECT tenancy.current_lineage())::uuid[])";
    private const string OfDescendants = "(SELECT tenancy.current_tenant()) = ANY (lineage)";

    public static readonly IReadOnlyList<Policy> Tenant =
    [
        new("tenant_wall", true, "ALL", Logins.InTenants, true, Own, Own),
        new("own_rows", false, "ALL", Logins.InTenants, true, Own, Own),
    ];

    public static readonly IReadOnlyList<Policy> Downward =
    [
        new("tenant_wall", true, "ALL", Logins.InTenants, true, OfAncestors, Own),
        new("own_rows", false, "ALL", Logins.InTenants, true, Own, Own),
        new("rows_of_ancestors", false, "SELECT", Logins.InTenants, false, OfAncestors, null),
    ];

    public static readonly IReadOnlyList<Policy> Upward =
    [
        new("tenant_wall", true, "ALL", [Logins.School], true, Own, Own),
        new("tenant_wall_upward", true, "ALL", [Logins.Oversight, Logins.Work], false, OfDescendants, Own),
        new("own_rows", false, "ALL", Logins.InTenants, true, Own, Own),
        new("rows_of_descendants", false, "SELECT", [Logins.Oversight, Logins.Work], false, OfDescendants, null),
    ];

    /// <summary>By the kind that the comment on a table names.</summary>
    public static readonly IReadOnlyDictionary<string, IReadOnlyList<Policy>> ByKind = new Dictionary<
        string,
        IReadOnlyList<Policy>
    >(StringComparer.Ordinal)
    {
        ["tenant"] = Tenant,
        ["downward"] = Downward,
        ["upward"] = Upward,
        ["rollup"] = Upward,
    };
}
