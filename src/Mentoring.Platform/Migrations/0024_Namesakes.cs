using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Two people may share name and birth date, where somebody says why they are two.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0024_Namesakes")]
internal sealed class Namesakes : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            ALTER TABLE mentoring.person ADD COLUMN namesake_reason text;
            ALTER TABLE mentoring.person DROP CONSTRAINT person_same;
            CREATE UNIQUE INDEX person_same ON mentoring.person (tenant_id, search_text, birth_date)
              WHERE namesake_reason IS NULL;
            GRANT UPDATE (namesake_reason) ON mentoring.person TO {string.Join(", ", Logins.InTenants)};
            CREATE INDEX person_named ON mentoring.person (tenant_id, search_text, birth_date);
            """
        );
}
