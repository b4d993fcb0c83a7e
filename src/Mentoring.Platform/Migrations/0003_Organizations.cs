using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Cards of organizations and the sizes of their target groups.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0003_Organizations")]
internal sealed class Organizations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.organization_profile (
              tenant_id uuid PRIMARY KEY,
              lineage uuid[] NOT NULL,
              version bigint NOT NULL,
              kind text NOT NULL,
              full_name text NOT NULL,
              locality text NOT NULL,
              head_title text NOT NULL,
              head_name text NOT NULL,
              is_small_scale boolean NOT NULL
            );
            CREATE TABLE mentoring.headcount (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              school_year int NOT NULL,
              target_group text NOT NULL,
              total int NOT NULL CHECK (total >= 0),
              counted_on date NOT NULL,
              PRIMARY KEY (tenant_id, school_year, target_group)
            );
            """
        );
        migrationBuilder.UpwardTable("organization_profile");
        migrationBuilder.UpwardTable("headcount");
    }
}
