using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>
/// Items that somebody has begun. Unlogged: a note for each item may cost no disk, and after a crash of the database
/// nothing was begun. No foreign key: it would wait for the lock under which its own item is being done.
/// </summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0024_WorkStarts")]
internal sealed class WorkStartsTable : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            CREATE UNLOGGED TABLE mentoring.work_start (
              work_item_id uuid PRIMARY KEY,
              started_at timestamptz NOT NULL
            );
            GRANT SELECT, INSERT, DELETE ON mentoring.work_start TO {Logins.Work};
            """
        );
}
