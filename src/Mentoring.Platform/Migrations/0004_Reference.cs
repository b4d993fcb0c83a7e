using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Reference lists and settings, each handed down the tree.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0004_Reference")]
internal sealed class Reference : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.mentoring_form (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              code text NOT NULL,
              name text NOT NULL,
              mentor_group text NOT NULL,
              mentee_group text NOT NULL,
              sort int NOT NULL,
              is_active boolean NOT NULL,
              PRIMARY KEY (tenant_id, code)
            );
            CREATE TABLE mentoring.role_model (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              form_code text NOT NULL,
              code text NOT NULL,
              name text NOT NULL,
              sort int NOT NULL,
              is_active boolean NOT NULL,
              PRIMARY KEY (tenant_id, form_code, code)
            );
            CREATE TABLE mentoring.mentoring_kind (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              code text NOT NULL,
              name text NOT NULL,
              min_months int CHECK (min_months >= 0),
              max_months int CHECK (max_months >= min_months),
              single_meeting boolean NOT NULL,
              needs_program boolean NOT NULL,
              min_mentees int NOT NULL CHECK (min_mentees >= 1),
              max_mentees int CHECK (max_mentees >= min_mentees),
              sort int NOT NULL,
              is_active boolean NOT NULL,
              PRIMARY KEY (tenant_id, code)
            );
            CREATE TABLE mentoring.reference_item (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              list text NOT NULL,
              code text NOT NULL,
              name text NOT NULL,
              data jsonb NOT NULL,
              sort int NOT NULL,
              is_active boolean NOT NULL,
              PRIMARY KEY (tenant_id, list, code)
            );
            CREATE TABLE mentoring.setting (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              key text NOT NULL,
              value jsonb NOT NULL,
              CONSTRAINT setting_pkey PRIMARY KEY (tenant_id, key)
            );
            """
        );
        migrationBuilder.DownwardTable("mentoring_form");
        migrationBuilder.DownwardTable("role_model");
        migrationBuilder.DownwardTable("mentoring_kind");
        migrationBuilder.DownwardTable("reference_item");
        migrationBuilder.DownwardTable("setting");
    }
}
