using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>An entry of a meeting can be taken back: it stays, with the reason, and counts no more.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0031_StruckOutMeetings")]
internal sealed class StruckOutMeetings : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            ALTER TABLE mentoring.meeting
              ADD COLUMN struck_out_on date,
              ADD COLUMN struck_out_reason text,
              ADD CONSTRAINT meeting_struck_out CHECK ((struck_out_on IS NULL) = (struck_out_reason IS NULL));
            """
        );
        migrationBuilder.GrantNamed("meeting");
    }
}
