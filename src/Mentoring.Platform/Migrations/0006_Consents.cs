using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Papers by which people let their personal data be processed.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0006_Consents")]
internal sealed class Consents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.personal_data_consent (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              person_id uuid NOT NULL,
              scope text NOT NULL,
              text_version text NOT NULL,
              given_on date NOT NULL,
              valid_until date NOT NULL CHECK (valid_until >= given_on),
              subject_signed boolean NOT NULL,
              representative_id uuid CHECK (representative_id <> person_id),
              paper_reference text,
              withdrawn_on date CHECK (withdrawn_on >= given_on),
              withdrawn_reason text,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id),
              FOREIGN KEY (tenant_id, representative_id) REFERENCES mentoring.person (tenant_id, id),
              CHECK (subject_signed OR representative_id IS NOT NULL)
            );
            CREATE INDEX personal_data_consent_person ON mentoring.personal_data_consent (tenant_id, person_id, scope);
            """
        );
        migrationBuilder.TenantTable("personal_data_consent");
    }
}
