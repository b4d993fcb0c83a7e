using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>
/// What is hidden in a region is decided once for all its readers, from all its organizations. What municipalities said
/// about it before (protected_groups, known_sums) nobody reads any more; servers of the version before still write it.
/// </summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0027_HiddenCoverage")]
internal sealed class HiddenCoverage : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            $"""
            CREATE TABLE mentoring.hidden_coverage (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              school_year int NOT NULL,
              of_tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              groups text[] NOT NULL,
              PRIMARY KEY (tenant_id, school_year, of_tenant_id)
            );

            -- One organization that is counted anew brings its region to decide. Until it has, its readers are shown no
            -- counts by target group.
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT DISTINCT ON (t.lineage[3]) gen_random_uuid(), t.id, '{WorkItem.OrganizationChanged}', '', clock_timestamp()
            FROM mentoring.tenant t WHERE t.kind = 'organization' AND t.closed_on IS NULL ORDER BY t.lineage[3], t.id;
            """
        );
        migrationBuilder.DecidedTable("hidden_coverage");
    }
}
