using Npgsql;

namespace Mentoring.Platform.Platform.Schema;

internal sealed record CatalogTable(
    string Name,
    string? Kind,
    string Comment,
    string[] Columns,
    bool RowSecurity,
    bool Forced,
    string[] Policies,
    string[] Grants
);

internal static class CatalogReading
{
    /// <summary>Every table outside the system's own schemas, whoever made it.</summary>
    private const string TablesSql = """
        SELECT n.nspname || '.' || c.relname,
          substring(obj_description(c.oid, 'pg_class') from '^kind:(\w+)'),
          coalesce(obj_description(c.oid, 'pg_class'), ''),
          ARRAY(SELECT attname::text FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped),
          c.relrowsecurity, c.relforcerowsecurity,
          ARRAY(SELECT p.polname || '|' || CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END || '|'
              || CASE p.polcmd WHEN '*' THEN 'ALL' WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT'
                 WHEN 'w' THEN 'UPDATE' ELSE 'DELETE' END || '|'
              || (SELECT string_agg(CASE WHEN r.oid = c.relowner THEN 'owner' ELSE r.rolname END, ','
                    ORDER BY CASE WHEN r.oid = c.relowner THEN 'owner' ELSE r.rolname END)
                  FROM unnest(p.polroles) u(id) LEFT JOIN pg_roles r ON r.oid = u.id) || '|'
              || coalesce(pg_get_expr(p.polqual, p.polrelid), '') || '|'
              || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '')
            FROM pg_policy p WHERE p.polrelid = c.oid),
          ARRAY(SELECT coalesce(r.rolname, 'PUBLIC') || ':' || a.privilege_type
            FROM aclexplode(coalesce(c.relacl, acldefault('r', c.relowner))) a
            LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE a.grantee <> c.relowner
            UNION ALL
            SELECT coalesce(r.rolname, 'PUBLIC') || ':' || a.privilege_type || '(' || t.attname || ')'
            FROM pg_attribute t CROSS JOIN LATERAL aclexplode(t.attacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
            WHERE t.attrelid = c.oid AND NOT t.attisdropped AND a.grantee <> c.relowner ORDER BY 1)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')
          AND n.nspname NOT LIKE 'pg_toast%' AND n.nspname NOT LIKE 'pg_temp%'
        ORDER BY 1
        """;

    public static async Task<IReadOnlyList<CatalogTable>> Tables(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(TablesSql, connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<CatalogTable>();
        while (await rows.ReadAsync(ct))
        {
            tables.Add(
                new CatalogTable(
                    rows.GetString(0),
                    rows.IsDBNull(1) ? null : rows.GetString(1),
                    rows.GetString(2),
                    rows.GetFieldValue<string[]>(3),
                    rows.GetBoolean(4),
                    rows.GetBoolean(5),
                    // A policy to PUBLIC has no role to name and comes as null: it is unknown by that alone.
                    [.. rows.GetFieldValue<string?[]>(6).Select(p => p ?? "a policy to PUBLIC")],
                    rows.GetFieldValue<string[]>(7)
                )
            );
        }
        return tables;
    }

    public static async Task<IReadOnlyList<string>> Names(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var names = new List<string>();
        while (await rows.ReadAsync(ct))
            names.Add(rows.GetString(0));
        return names;
    }

    /// <summary>The policy as PostgreSQL writes it back.</summary>
    public static string Describe(Policy p)
    {
        var roles = (p.ForOwner ? [.. p.Roles, "owner"] : p.Roles).Order(StringComparer.Ordinal);
        var mode = p.Restrictive ? "RESTRICTIVE" : "PERMISSIVE";
        return $"{p.Name}|{mode}|{p.Command}|{string.Join(',', roles)}|{Written(p.Using)}|{Written(p.Check)}";
    }

    private static string Written(string? expression) =>
        expression is null
            ? ""
            : "("
                + expression
                    .Replace(
                        "(SELECT tenancy.current_tenant())",
                        "( SELECT tenancy.current_tenant() AS current_tenant)",
                        StringComparison.Ordinal
                    )
                    .Replace(
                        "(SELECT tenancy.current_lineage())",
                        "( SELECT tenancy.current_lineage() AS current_lineage)",
                        StringComparison.Ordinal
                    )
                + ")";
}
