using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>The bank of mentors.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0007_Mentors")]
internal sealed class Mentors : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.mentor_profile (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              person_id uuid NOT NULL,
              state text NOT NULL,
              position text NOT NULL,
              position_code text,
              subject_codes text[] NOT NULL,
              competence_codes text[] NOT NULL,
              capacity int NOT NULL CHECK (capacity BETWEEN 1 AND 20),
              is_employee boolean NOT NULL,
              employer text,
              admitted_on date,
              trained_on date,
              resigned_on date,
              exclusion_reason text,
              places_taken int NOT NULL CHECK (places_taken >= 0),
              blocked_in text CHECK ((blocked_in IS NOT NULL) = (state = 'blocked')),
              PRIMARY KEY (tenant_id, id),
              CONSTRAINT mentor_profile_person UNIQUE (tenant_id, person_id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id)
            );
            CREATE INDEX mentor_profile_state ON mentoring.mentor_profile (tenant_id, state);
            """
        );
        migrationBuilder.TenantTable("mentor_profile");
    }
}
