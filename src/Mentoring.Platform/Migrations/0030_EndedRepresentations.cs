using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>A representation can end: the child comes of age elsewhere, a court decides, or the entry was wrong.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0030_EndedRepresentations")]
internal sealed class EndedRepresentations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            ALTER TABLE mentoring.legal_representation
              ADD COLUMN ended_on date,
              ADD COLUMN end_reason text,
              ADD CONSTRAINT legal_representation_end CHECK ((ended_on IS NULL) = (end_reason IS NULL)),
              DROP CONSTRAINT legal_representation_same;
            CREATE UNIQUE INDEX legal_representation_same
              ON mentoring.legal_representation (tenant_id, minor_id, representative_id) WHERE ended_on IS NULL;
            """
        );
        migrationBuilder.GrantNamed("legal_representation");
    }
}
