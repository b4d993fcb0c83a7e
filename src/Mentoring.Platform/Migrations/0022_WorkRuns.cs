using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>What was done and how, what an operator has paused, what the nightly check of figures has found.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0022_WorkRuns")]
internal sealed class WorkRuns : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            $"""
            CREATE TABLE mentoring.work_run (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              id uuid NOT NULL,
              kind text NOT NULL,
              started_at timestamptz NOT NULL,
              duration_ms int NOT NULL,
              outcome text NOT NULL CHECK (outcome IN ('done', 'failed', 'parked')),
              reason text,
              attempt int NOT NULL,
              node text NOT NULL,
              PRIMARY KEY (tenant_id, id)
            );
            CREATE INDEX work_run_recent ON mentoring.work_run (started_at, id);

            -- A row for each region, kind and hour, however many items that was.
            CREATE TABLE mentoring.work_tally (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              kind text NOT NULL,
              hour timestamptz NOT NULL,
              runs int NOT NULL,
              failures int NOT NULL,
              total_ms bigint NOT NULL,
              longest_ms int NOT NULL,
              last_at timestamptz NOT NULL,
              PRIMARY KEY (tenant_id, kind, hour)
            );

            CREATE TABLE mentoring.work_pause (
              region_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              kind text NOT NULL,
              paused_at timestamptz NOT NULL,
              PRIMARY KEY (region_id, kind)
            );
            GRANT SELECT, INSERT, DELETE ON mentoring.work_pause TO {Logins.Work};

            -- The last night in which a tenant's figures were counted a second time.
            CREATE TABLE mentoring.figures_check (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              night date NOT NULL,
              checked_at timestamptz NOT NULL,
              PRIMARY KEY (tenant_id)
            );

            -- Figures that were not what counting gave: their names, no values and nobody's.
            CREATE TABLE mentoring.figures_drift (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              night date NOT NULL,
              found_at timestamptz NOT NULL,
              figures text[] NOT NULL,
              PRIMARY KEY (tenant_id, night)
            );

            -- What is kept for a time goes when it is over.
            GRANT DELETE ON mentoring.idempotency_record TO {Logins.Work};
            GRANT DELETE ON accounts.session, accounts.invitation TO {Logins.Accounts};
            CREATE INDEX idempotency_record_age ON mentoring.idempotency_record (tenant_id, created_at);
            """
        );
        migrationBuilder.RollUpTable("work_run");
        migrationBuilder.RollUpTable("work_tally");
        migrationBuilder.RollUpTable("figures_check");
        migrationBuilder.RollUpTable("figures_drift");
    }
}
