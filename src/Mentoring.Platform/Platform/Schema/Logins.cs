namespace Mentoring.Platform.Platform.Schema;

/// <summary>The restricted logins. None owns a table, is a superuser or passes by row level security.</summary>
public static class Logins
{
    public const string School = "mentoring_school";
    public const string Oversight = "mentoring_oversight";
    public const string Work = "mentoring_work";
    public const string Accounts = "mentoring_accounts";

    /// <summary>Owner of everything, used by <c>migrate</c> alone.</summary>
    public const string Owner = "mentoring_owner";

    /// <summary>Those that act inside a tenant.</summary>
    public static readonly string[] InTenants = [School, Oversight, Work];

    public static readonly string[] All = [School, Oversight, Work, Accounts];

    /// <summary>Reading, writing and making of large objects.</summary>
    internal const string LargeObjectFunctions = """
        (SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
          AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite')))
        """;

    /// <summary>
    /// SQL that leaves the restricted logins nothing in the database but to connect to it, for its owner. Large objects
    /// only a superuser can close; for anybody else that part does nothing. A copy of a database or a restored one has
    /// the rights of a new one, so this is said each time.
    /// </summary>
    public static string Narrow { get; } =
        $"""
            DO $$ DECLARE f regprocedure; BEGIN
              EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC, {string.Join(", ", All)}', current_database());
              EXECUTE format('GRANT CONNECT ON DATABASE %I TO {string.Join(", ", All)}', current_database());
              FOR f IN SELECT oid::regprocedure FROM pg_proc WHERE oid IN {LargeObjectFunctions}
                AND has_function_privilege('{School}', oid, 'EXECUTE')
              LOOP EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f); END LOOP;
            END $$;
            """;

    /// <summary>SQL that makes a login or renews its password; for whoever may create roles.</summary>
    public static string Ensure(string login, string password) =>
        $"""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{login}') THEN
                CREATE ROLE {login} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS;
              END IF;
            END $$;
            ALTER ROLE {login} PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}';
            """;
}
