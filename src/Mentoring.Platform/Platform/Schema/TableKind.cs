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
/// says which, and which login may do what. The catalog check compares everything that is said here with what the database
/// has, in both directions. A login that is not named may do nothing.
/// </summary>
public static class TableKinds
{
    /// <summary>Own rows only: of a school, or of a job in it.</summary>
    public static void TenantTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete)
    {
        Begin(m, table, Policies.Tenant);
        m.Name(table, "tenant", TableGrants.Of(writes, Logins.School, Logins.Work));
    }

    /// <summary>The tenant writes, its descendants read.</summary>
    public static void DownwardTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete)
    {
        Begin(m, table, Policies.Downward);
        m.Name(table, "downward", TableGrants.Of(writes, Logins.InTenants));
    }

    /// <summary>A downward table that jobs alone write.</summary>
    public static void DecidedTable(this MigrationBuilder m, string table)
    {
        Begin(m, table, Policies.Downward);
        m.Name(table, "downward", TableGrants.ReadBy(Logins.InTenants).And(Writes.Full, Logins.Work));
    }

    /// <summary>The tenant writes, its ancestors read; the row carries its tenant's lineage, checked by a foreign key.</summary>
    public static void UpwardTable(this MigrationBuilder m, string table, Writes writes = Writes.NoDelete)
    {
        CheckLineage(m, table);
        Begin(m, table, Policies.Upward);
        m.Name(table, "upward", TableGrants.ReadBy(Logins.InTenants).And(writes, Logins.School, Logins.Work));
    }

    /// <summary>An upward table that jobs alone write: figures are computed, never typed.</summary>
    public static void RollUpTable(this MigrationBuilder m, string table)
    {
        CheckLineage(m, table);
        Begin(m, table, Policies.Upward);
        m.Name(table, "rollup", TableGrants.ReadBy(Logins.InTenants).And(Writes.Full, Logins.Work));
    }

    /// <summary>Says anew who may do what to a table of a tenant, whatever was granted before.</summary>
    public static void Name(this MigrationBuilder m, string table, string kind, TableGrants grants)
    {
        m.Sql($"COMMENT ON TABLE mentoring.{table} IS 'kind:{kind} {grants}';");
        m.GrantNamed(table);
    }

    /// <summary>
    /// Grants what the table's comment says: also to be called when columns were added. A row never moves to another
    /// tenant: the columns that name it are left out of what may be updated.
    /// </summary>
    public static void GrantNamed(this MigrationBuilder m, string table)
    {
        foreach (var login in Logins.All)
            m.Sql($"REVOKE ALL ON mentoring.{table} FROM {login};");
        m.Sql(
            $"""
            DO $$ DECLARE named text[]; BEGIN
              FOR named IN SELECT regexp_matches(obj_description('mentoring.{table}'::regclass, 'pg_class'), '(mentoring_\w+)=(\w+)', 'g')
              LOOP
                EXECUTE format('GRANT SELECT ON mentoring.{table} TO %I', named[1]);
                IF named[2] LIKE '%a%' THEN EXECUTE format('GRANT INSERT ON mentoring.{table} TO %I', named[1]); END IF;
                IF named[2] LIKE '%d%' THEN EXECUTE format('GRANT DELETE ON mentoring.{table} TO %I', named[1]); END IF;
                IF named[2] LIKE '%w%' THEN EXECUTE (
                  SELECT format('GRANT UPDATE (%s) ON mentoring.{table} TO %I', string_agg(quote_ident(attname), ', '), named[1])
                  FROM pg_attribute WHERE attrelid = 'mentoring.{table}'::regclass AND attnum > 0
                    AND NOT attisdropped AND attname NOT IN ('tenant_id', 'lineage')); END IF;
              END LOOP;
            END $$;
            """
        );
    }

    private static void CheckLineage(MigrationBuilder m, string table) =>
        m.Sql(
            $"""
            ALTER TABLE mentoring.{table} ADD CONSTRAINT {table}_lineage_fkey
              FOREIGN KEY (tenant_id, lineage) REFERENCES mentoring.tenant (id, lineage) ON UPDATE CASCADE;
            """
        );

    private static void Begin(MigrationBuilder m, string table, IReadOnlyList<Policy> policies)
    {
        m.Sql(
            $"""
            ALTER TABLE mentoring.{table} ENABLE ROW LEVEL SECURITY;
            ALTER TABLE mentoring.{table} FORCE ROW LEVEL SECURITY;
            """
        );
        foreach (var policy in policies)
            m.Sql(policy.Create(table));
    }
}
