using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Meetings of pairs.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0016_Meetings")]
internal sealed class Meetings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.meeting (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              pair_id uuid NOT NULL,
              type text NOT NULL,
              held_on date NOT NULL,
              minutes int NOT NULL CHECK (minutes BETWEEN 5 AND 480),
              mode text NOT NULL,
              outcome text NOT NULL,
              next_on date CHECK (next_on >= held_on),
              logged_on date NOT NULL,
              logged_by_account_id uuid NOT NULL,
              logged_as text NOT NULL,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, pair_id) REFERENCES mentoring.mentoring_team (tenant_id, id)
            );
            CREATE INDEX meeting_pair ON mentoring.meeting (tenant_id, pair_id, held_on);
            """
        );
        migrationBuilder.TenantTable("meeting");
    }
}
