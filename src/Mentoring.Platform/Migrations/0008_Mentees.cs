using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>The base of mentees with their requests.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0008_Mentees")]
internal sealed class Mentees : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.mentee_profile (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              person_id uuid NOT NULL,
              state text NOT NULL,
              category_code text NOT NULL,
              school_class text,
              position text,
              admitted_on date,
              open_pairs int NOT NULL CHECK (open_pairs >= 0),
              blocked_in text CHECK ((blocked_in IS NOT NULL) = (state = 'blocked')),
              PRIMARY KEY (tenant_id, id),
              CONSTRAINT mentee_profile_person UNIQUE (tenant_id, person_id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id)
            );
            CREATE INDEX mentee_profile_state ON mentoring.mentee_profile (tenant_id, state);
            CREATE TABLE mentoring.mentee_request (
              tenant_id uuid NOT NULL,
              mentee_id uuid NOT NULL,
              position int NOT NULL CHECK (position >= 0),
              topic_code text NOT NULL,
              text text,
              PRIMARY KEY (tenant_id, mentee_id, position),
              FOREIGN KEY (tenant_id, mentee_id) REFERENCES mentoring.mentee_profile (tenant_id, id)
            );
            """
        );
        migrationBuilder.TenantTable("mentee_profile");
        // A request that somebody takes back is gone: nothing was decided on it.
        migrationBuilder.TenantTable("mentee_request", Writes.Full);
    }
}
