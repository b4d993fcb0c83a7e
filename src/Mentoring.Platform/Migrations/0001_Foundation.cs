using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>The tenant tree, and what every feature stands on.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0001_Foundation")]
internal sealed class Foundation : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            $"""
            CREATE SCHEMA mentoring;
            CREATE SCHEMA accounts;
            REVOKE ALL ON SCHEMA public FROM PUBLIC;
            GRANT USAGE ON SCHEMA mentoring, tenancy TO {string.Join(", ", Logins.InTenants)};
            GRANT USAGE ON SCHEMA mentoring, accounts TO {Logins.Accounts};

            CREATE TABLE mentoring.tenant (
              id uuid PRIMARY KEY,
              kind text NOT NULL CHECK (kind IN ('region', 'municipality', 'organization')),
              parent_id uuid REFERENCES mentoring.tenant (id),
              lineage uuid[] NOT NULL CHECK (lineage[1] = id),
              name text NOT NULL,
              short_name text NOT NULL,
              time_zone text NOT NULL,
              closed_on date,
              search_text text NOT NULL GENERATED ALWAYS AS (
                ' ' || translate(lower(short_name), 'ё«»"№-.,', 'е       ')) STORED,
              CONSTRAINT tenant_lineage_key UNIQUE (id, lineage),
              CONSTRAINT tenant_level_check CHECK (
                cardinality(lineage) = CASE kind WHEN 'region' THEN 1 WHEN 'municipality' THEN 2 ELSE 3 END
                AND (parent_id IS NULL) = (kind = 'region')
                AND (parent_id IS NULL OR lineage[2] = parent_id))
            );
            CREATE INDEX tenant_parent ON mentoring.tenant (parent_id, short_name);
            GRANT SELECT ON mentoring.tenant TO {string.Join(", ", Logins.All)};

            CREATE FUNCTION tenancy.current_tenant() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
              RETURN nullif(current_setting('app.tenant', true), '')::uuid;
            CREATE FUNCTION tenancy.current_lineage() RETURNS uuid[] LANGUAGE sql STABLE PARALLEL SAFE
              RETURN (SELECT t.lineage FROM mentoring.tenant t WHERE t.id = tenancy.current_tenant());
            REVOKE EXECUTE ON ALL FUNCTIONS IN SCHEMA tenancy FROM PUBLIC;
            GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tenancy TO {string.Join(
                ", ",
                Logins.InTenants
            )};

            CREATE TABLE mentoring.audit_entry (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              at timestamptz NOT NULL,
              account_id uuid,
              operation text NOT NULL,
              subject_kind text NOT NULL,
              subject_id uuid NOT NULL,
              subject_version bigint,
              fields text[] NOT NULL,
              trace_id text,
              PRIMARY KEY (tenant_id, id)
            );
            CREATE INDEX audit_entry_subject ON mentoring.audit_entry (tenant_id, subject_id, id);

            CREATE TABLE mentoring.idempotency_record (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              account_id uuid NOT NULL,
              operation text NOT NULL,
              key text NOT NULL,
              request_hash bytea NOT NULL,
              response jsonb,
              created_at timestamptz NOT NULL,
              PRIMARY KEY (tenant_id, account_id, operation, key)
            );

            -- The tenant comes from the transaction: a writer has no right to name it.
            CREATE TABLE mentoring.work_item (
              id uuid PRIMARY KEY,
              tenant_id uuid NOT NULL DEFAULT tenancy.current_tenant() REFERENCES mentoring.tenant (id),
              kind text NOT NULL,
              key text NOT NULL,
              due_at timestamptz NOT NULL,
              payload jsonb NOT NULL DEFAULT '{"{}"}',
              attempts int NOT NULL DEFAULT 0,
              last_error text,
              parked_at timestamptz
            );
            CREATE INDEX work_item_due ON mentoring.work_item (due_at) WHERE parked_at IS NULL;
            CREATE INDEX work_item_group ON mentoring.work_item (tenant_id, kind, key);
            GRANT INSERT (id, kind, key, due_at, payload) ON mentoring.work_item
              TO {Logins.School}, {Logins.Oversight};
            GRANT SELECT, INSERT, UPDATE, DELETE ON mentoring.work_item TO {Logins.Work};

            -- The demonstration's calendar; empty elsewhere.
            CREATE TABLE mentoring.calendar_shift (
              only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
              shift interval NOT NULL
            );
            GRANT SELECT ON mentoring.calendar_shift TO {string.Join(", ", Logins.All)};
            """
        );
        migrationBuilder.TenantTable("audit_entry", Writes.AppendOnly);
        migrationBuilder.TenantTable("idempotency_record");
    }
}
