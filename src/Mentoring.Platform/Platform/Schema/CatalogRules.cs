namespace Mentoring.Platform.Platform.Schema;

/// <summary>Rules that hold for the whole database: each query names what breaks the rule.</summary>
internal static class CatalogRules
{
    private const string OurLogins =
        "('mentoring_school', 'mentoring_oversight', 'mentoring_work', 'mentoring_accounts')";
    private const string OurSchemas = "('mentoring', 'accounts', 'tenancy', 'quartz')";

    /// <summary>Tables that row level security covers.</summary>
    private const string Walled = """
        (SELECT c.oid, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
         WHERE n.nspname = 'mentoring' AND c.relkind = 'r' AND obj_description(c.oid, 'pg_class') LIKE 'kind:%')
        """;

    public static readonly IReadOnlyList<(string Rule, string Sql)> All =
    [
        (
            "the login is a superuser, passes by row level security, or may make roles or databases.",
            $"SELECT rolname FROM pg_roles WHERE rolname IN {OurLogins} AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"
        ),
        (
            "the login is missing.",
            """
            SELECT wanted FROM unnest(ARRAY['mentoring_school', 'mentoring_oversight', 'mentoring_work',
              'mentoring_accounts']) wanted WHERE wanted NOT IN (SELECT rolname FROM pg_roles)
            """
        ),
        (
            "the login is a member of another role.",
            $"SELECT m.rolname FROM pg_auth_members a JOIN pg_roles m ON m.oid = a.member WHERE m.rolname IN {OurLogins}"
        ),
        (
            "a restricted login owns it.",
            $"SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname IN {OurLogins}"
        ),
        (
            "the function runs with its owner's rights, or is marked immutable though it reads settings or tables.",
            $"""
            SELECT n.nspname || '.' || p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN {OurSchemas} AND (p.prosecdef OR p.provolatile = 'i')
            """
        ),
        (
            "the view runs with its owner's rights, or is materialized.",
            $"""
            SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname IN {OurSchemas} AND (c.relkind = 'm' OR (c.relkind = 'v'
              AND NOT coalesce(c.reloptions, '{"{}"}') && ARRAY['security_invoker=true', 'security_invoker=on']))
            """
        ),
        (
            "the tenant does not come first in the key.",
            $"""
            SELECT w.relname || '.' || i.indexrelid::regclass FROM {Walled} w JOIN pg_index i ON i.indrelid = w.oid
            JOIN pg_attribute a ON a.attrelid = w.oid AND a.attname = 'tenant_id'
            WHERE i.indisunique AND i.indkey[0] <> a.attnum
            """
        ),
        (
            "the table has no tenant, or a tenant that may be absent.",
            $"""
            SELECT w.relname FROM {Walled} w WHERE NOT EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = w.oid
              AND a.attname = 'tenant_id' AND a.attnotnull AND NOT a.attisdropped)
            """
        ),
        (
            "the foreign key leaves the tenant out.",
            $"""
            SELECT w.relname || '.' || k.conname FROM {Walled} w JOIN pg_constraint k ON k.conrelid = w.oid
            JOIN {Walled} target ON target.oid = k.confrelid
            JOIN pg_attribute a ON a.attrelid = w.oid AND a.attname = 'tenant_id'
            WHERE k.contype = 'f' AND k.conkey[1] <> a.attnum
            """
        ),
        (
            "a login may update the tenant of a row.",
            $"""
            SELECT w.relname FROM {Walled} w JOIN pg_attribute a ON a.attrelid = w.oid
            WHERE a.attname IN ('tenant_id', 'lineage') AND a.attacl IS NOT NULL AND EXISTS (
              SELECT FROM aclexplode(a.attacl) x WHERE x.privilege_type = 'UPDATE')
            """
        ),
        (
            "a restricted login may create things in the schema.",
            $"""
            SELECT n.nspname FROM pg_namespace n, pg_roles r WHERE r.rolname IN {OurLogins}
              AND n.nspname IN ('mentoring', 'accounts', 'tenancy', 'quartz', 'public')
              AND has_schema_privilege(r.oid, n.oid, 'CREATE')
            """
        ),
        (
            "anybody may connect or make temporary tables.",
            """
            SELECT d.datname FROM pg_database d WHERE d.datname = current_database() AND EXISTS (
              SELECT FROM aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a WHERE a.grantee = 0)
            """
        ),
        (
            "a restricted login may make temporary tables or schemas.",
            $"""
            SELECT r.rolname FROM pg_roles r WHERE r.rolname IN {OurLogins}
              AND has_database_privilege(r.oid, current_database(), 'TEMPORARY, CREATE')
            """
        ),
        (
            "the login may not connect.",
            $"""
            SELECT r.rolname FROM pg_roles r WHERE r.rolname IN {OurLogins}
              AND NOT has_database_privilege(r.oid, current_database(), 'CONNECT')
            """
        ),
        (
            "a restricted login may keep large objects, which no wall covers: run deploy/logins.sh.",
            $"""
            SELECT DISTINCT r.rolname FROM pg_roles r, pg_proc p WHERE r.rolname IN {OurLogins}
              AND p.oid IN {Logins.LargeObjectFunctions} AND has_function_privilege(r.oid, p.oid, 'EXECUTE')
            """
        ),
        (
            "a login that acts in tenants may see accounts.",
            """
            SELECT r.rolname FROM pg_roles r WHERE r.rolname IN ('mentoring_school', 'mentoring_oversight',
              'mentoring_work') AND has_schema_privilege(r.oid, 'accounts', 'USAGE')
            """
        ),
        (
            "a login that does not work may see the clock.",
            $"""
            SELECT r.rolname FROM pg_roles r JOIN pg_namespace n ON n.nspname = 'quartz'
            WHERE r.rolname IN {OurLogins} AND r.rolname <> 'mentoring_work' AND has_schema_privilege(r.oid, n.oid, 'USAGE')
            """
        ),
    ];
}
