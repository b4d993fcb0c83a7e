using Mentoring.Platform.Platform.Data;
using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>What the region must hide of a municipality for the sake of its organizations, which it does not read.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0023_ProtectedCounts")]
internal sealed class ProtectedCounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            ALTER TABLE mentoring.tenant_figures
              ADD COLUMN protected_groups text[] NOT NULL DEFAULT '{"{}"}',
              ADD COLUMN known_sums int[] NOT NULL DEFAULT '{"{}"}' CHECK (cardinality(known_sums) % 5 = 0);
            GRANT UPDATE (protected_groups, known_sums) ON mentoring.tenant_figures TO {Logins.Work};

            -- One organization that is counted anew brings its municipality to say what it must hide. Until all have,
            -- the region is shown no counts by target group.
            INSERT INTO mentoring.work_item (id, tenant_id, kind, key, due_at)
            SELECT DISTINCT ON (t.parent_id) gen_random_uuid(), t.id, '{WorkItem.OrganizationChanged}', '', clock_timestamp()
            FROM mentoring.tenant t WHERE t.kind = 'organization' AND t.closed_on IS NULL ORDER BY t.parent_id, t.id;
            """
        );
}
