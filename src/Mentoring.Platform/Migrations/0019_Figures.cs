using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>The roll-up that dashboards read.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0019_Figures")]
internal sealed class Figures : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.tenant_figures (
              tenant_id uuid NOT NULL,
              lineage uuid[] NOT NULL,
              school_year int NOT NULL,
              organizations int NOT NULL,
              organizations_with_participants int NOT NULL,
              participants int NOT NULL,
              mentors int NOT NULL,
              mentees int NOT NULL,
              active_pairs int NOT NULL,
              waiting_pairs int NOT NULL,
              consents_valid int NOT NULL,
              activities_planned int NOT NULL,
              activities_done int NOT NULL,
              activities_due int NOT NULL,
              activities_due_done int NOT NULL,
              student_mentees int NOT NULL,
              student_mentees_of int NOT NULL,
              student_mentors int NOT NULL,
              student_mentors_of int NOT NULL,
              educators int NOT NULL,
              educators_of int NOT NULL,
              early_career_mentees int NOT NULL,
              early_career_mentees_of int NOT NULL,
              parents int NOT NULL,
              parents_of int NOT NULL,
              calculation_version int NOT NULL,
              computed_at timestamptz NOT NULL,
              PRIMARY KEY (tenant_id, school_year)
            );
            """
        );
        migrationBuilder.RollUpTable("tenant_figures");
    }
}
