using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>The audit says which warnings the actor passed.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0029_PassedWarnings")]
internal sealed class PassedWarnings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql("ALTER TABLE mentoring.audit_entry ADD COLUMN passed text[] NOT NULL DEFAULT '{}';");
}
