using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Platform.Schema;

/// <summary>What a login may do to the rows that it may touch at all.</summary>
public enum Writes
{
    /// <summary>Insert, update, delete.</summary>
    Full,

    /// <summary>Insert and update: rows end by a state, never by disappearing.</summary>
    NoDelete,

    /// <summary>Insert only: what is written stays as it is.</summary>
    AppendOnly,
}

/// <summary>
/// The one way to give a new table its walls. Each table of a tenant is of one of three kinds; the comment on the table
/// says which, and the catalog check compares everything that is said here with what the database has.
/// </summary>
public static class TableKinds
{
    /// <summary>Own rows only, for everybody.</summary>
    public static void TenantTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete)
    {
        Begin(m, table, "tenant");
        foreach (var policy in Policies.Tenant)
            m.Sql(policy.Create(table));
        foreach (var login in Logins.InTenants)
            Grant(m, table, login, writes);
    }

    /// <summary>The tenant writes, its descendants read.</summary>
    public static void DownwardTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete) =>
        Downward(m, table, Logins.InTenants, writes);

    /// <summary>A downward table that jobs alone write.</summary>
    public static void DecidedTable(this MigrationBuilder m, string table) =>
        Downward(m, table, [Logins.Work], Writes.Full);

    private static void Downward(MigrationBuilder m, string table, string[] writers, Writes writes)
    {
        Begin(m, table, "downward");
        foreach (var policy in Policies.Downward)
            m.Sql(policy.Create(table));
        foreach (var login in Logins.InTenants)
        {
            if (writers.Contains(login))
                Grant(m, table, login, writes);
            else
                m.Sql($"GRANT SELECT ON mentoring.{table} TO {login};");
        }
    }

    /// <summary>The tenant writes, its ancestors read; the row carries its tenant's lineage, checked by a foreign key.</summary>
    public static void UpwardTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete) =>
        Upward(m, table, "upward", Logins.InTenants, writes);

    /// <summary>An upward table that jobs alone write: figures are computed, never typed.</summary>
    public static void RollUpTable(this MigrationBuilder m, string table) =>
        Upward(m, table, "rollup", [Logins.Work], Writes.Full);

    private static void Upward(MigrationBuilder m, string table, string kind, string[] writers, Writes writes)
    {
        m.Sql(
            $"""
            ALTER TABLE mentoring.{table} ADD CONSTRAINT {table}_lineage_fkey
              FOREIGN KEY (tenant_id, lineage) REFERENCES mentoring.tenant (id, lineage) ON UPDATE CASCADE;
            """
        );
        Begin(m, table, kind);
        foreach (var policy in Policies.Upward)
            m.Sql(policy.Create(table));
        foreach (var login in Logins.InTenants)
        {
            if (writers.Contains(login))
                Grant(m, table, login, writes);
            else
                m.Sql($"GRANT SELECT ON mentoring.{table} TO {login};");
        }
    }

    private static void Begin(MigrationBuilder m, string table, string kind) =>
        m.Sql(
            $"""
            ALTER TABLE mentoring.{table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE mentoring.{table} FORCE ROW LEVEL SECURITY;
            COMMENT ON TABLE mentoring.{table} IS 'kind:{kind}';
            """
        );

    /// <summary>A row never moves to another tenant: the column is left out of what may be updated.</summary>
    private static void Grant(MigrationBuilder m, string table, string login, Writes writes)
    {
        m.Sql($"GRANT SELECT, INSERT ON mentoring.{table} TO {login};");
        if (writes == Writes.Full)
            m.Sql($"GRANT DELETE ON mentoring.{table} TO {login};");
        if (writes == Writes.AppendOnly)
            return;
        m.Sql(
            $"""
            DO $$ BEGIN EXECUTE (
              SELECT format('GRANT UPDATE (%s) ON mentoring.{table} TO {login}', string_agg(quote_ident(attname), ', '))
              FROM pg_attribute WHERE attrelid = 'mentoring.{table}'::regclass AND attnum > 0
                AND NOT attisdropped AND attname NOT IN ('tenant_id', 'lineage')); END $$;
            """
        );
    }
}
