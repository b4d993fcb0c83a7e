using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Programs of pairs: the text as it stands, its plan, who agreed to what, changes, sealed editions.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0015_Programs")]
internal sealed class Programs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.mentoring_program (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              pair_id uuid NOT NULL,
              state text NOT NULL,
              edition int NOT NULL CHECK (edition >= 1),
              latest_edition int NOT NULL CHECK (latest_edition >= edition),
              basis text NOT NULL,
              form_codes text[] NOT NULL,
              kind_codes text[] NOT NULL,
              delivery_mode text NOT NULL,
              starts_on date NOT NULL,
              ends_on date NOT NULL CHECK (ends_on >= starts_on),
              rationale jsonb NOT NULL,
              agreed_on date,
              approver text,
              approved_on date,
              approval_number text,
              approval_date date,
              activated_on date,
              ended_on date,
              end_cause text,
              end_explanation text,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, pair_id) REFERENCES mentoring.mentoring_team (tenant_id, id)
            );
            CREATE INDEX mentoring_program_pair ON mentoring.mentoring_program (tenant_id, pair_id);
            CREATE UNIQUE INDEX mentoring_program_live ON mentoring.mentoring_program (tenant_id, pair_id)
              WHERE state IN ('draft', 'agreed', 'approved', 'active');

            CREATE TABLE mentoring.plan_activity (
              tenant_id uuid NOT NULL,
              id uuid NOT NULL,
              program_id uuid NOT NULL,
              position int NOT NULL,
              direction text NOT NULL,
              title text NOT NULL,
              planned_on date NOT NULL,
              mode text NOT NULL,
              expected_result text NOT NULL,
              responsible text NOT NULL,
              status text NOT NULL,
              completed_on date,
              result text,
              comment text,
              completed_as text,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, program_id) REFERENCES mentoring.mentoring_program (tenant_id, id),
              CHECK ((status = 'done') = (completed_on IS NOT NULL))
            );
            CREATE INDEX plan_activity_program ON mentoring.plan_activity (tenant_id, program_id, position);

            CREATE TABLE mentoring.program_agreement (
              tenant_id uuid NOT NULL,
              id uuid NOT NULL,
              program_id uuid NOT NULL,
              edition int NOT NULL,
              party text NOT NULL,
              person_id uuid,
              agreed_on date NOT NULL,
              on_paper boolean NOT NULL,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, program_id) REFERENCES mentoring.mentoring_program (tenant_id, id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id),
              CHECK (person_id IS NOT NULL OR party = 'curator')
            );
            CREATE INDEX program_agreement_program ON mentoring.program_agreement (tenant_id, program_id);

            CREATE TABLE mentoring.program_change (
              tenant_id uuid NOT NULL,
              id uuid NOT NULL,
              program_id uuid NOT NULL,
              kind text NOT NULL,
              edition int NOT NULL,
              reason text NOT NULL,
              proposed_on date NOT NULL,
              proposed_by text NOT NULL,
              ends_on_before date NOT NULL,
              ends_on_after date,
              amendment jsonb,
              state text NOT NULL,
              in_force_on date,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, program_id) REFERENCES mentoring.mentoring_program (tenant_id, id),
              CHECK ((ends_on_after IS NULL) <> (amendment IS NULL)),
              CHECK ((state = 'inForce') = (in_force_on IS NOT NULL))
            );
            CREATE UNIQUE INDEX program_change_edition ON mentoring.program_change (tenant_id, program_id, edition);

            -- The hashed text stays byte for byte what it was: text, not jsonb.
            CREATE TABLE mentoring.program_edition (
              tenant_id uuid NOT NULL,
              program_id uuid NOT NULL,
              edition int NOT NULL,
              content text NOT NULL,
              hash bytea NOT NULL,
              sealed_on date NOT NULL,
              PRIMARY KEY (tenant_id, program_id, edition),
              FOREIGN KEY (tenant_id, program_id) REFERENCES mentoring.mentoring_program (tenant_id, id)
            );
            """
        );
        migrationBuilder.TenantTable("mentoring_program");
        // A draft's plan is rewritten; what was approved stays in the sealed editions.
        migrationBuilder.TenantTable("plan_activity", Writes.Full);
        migrationBuilder.TenantTable("program_agreement", Writes.AppendOnly);
        migrationBuilder.TenantTable("program_change");
        migrationBuilder.TenantTable("program_edition", Writes.AppendOnly);
    }
}
