using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>People of an organization, and who represents whom.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0005_People")]
internal sealed class People : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.person (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              family_name text NOT NULL,
              given_name text NOT NULL,
              patronymic text,
              birth_date date NOT NULL,
              email text,
              phone text,
              login_name text,
              invited_at timestamptz,
              is_mentor boolean NOT NULL,
              is_mentee boolean NOT NULL,
              is_representative boolean NOT NULL,
              search_text text NOT NULL,
              PRIMARY KEY (tenant_id, id),
              CONSTRAINT person_same UNIQUE (tenant_id, search_text, birth_date)
            );
            CREATE TABLE mentoring.legal_representation (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              minor_id uuid NOT NULL,
              representative_id uuid NOT NULL CHECK (representative_id <> minor_id),
              relation text NOT NULL,
              authority_document text,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, minor_id) REFERENCES mentoring.person (tenant_id, id),
              FOREIGN KEY (tenant_id, representative_id) REFERENCES mentoring.person (tenant_id, id),
              CONSTRAINT legal_representation_same UNIQUE (tenant_id, minor_id, representative_id)
            );
            CREATE INDEX legal_representation_of ON mentoring.legal_representation (tenant_id, representative_id);
            """
        );
        migrationBuilder.TenantTable("person");
        migrationBuilder.TenantTable("legal_representation");
    }
}
