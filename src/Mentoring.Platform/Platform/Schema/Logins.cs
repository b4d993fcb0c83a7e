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
