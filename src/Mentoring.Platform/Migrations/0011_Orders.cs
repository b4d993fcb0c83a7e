using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Orders with their acknowledgment sheets and numbers; sealed documents.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0011_Orders")]
internal sealed class Orders : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.document (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              kind text NOT NULL,
              content_type text NOT NULL,
              content bytea NOT NULL,
              size int NOT NULL CHECK (size = octet_length(content)),
              sha256 bytea NOT NULL CHECK (sha256 = sha256(content)),
              sealed_at timestamptz NOT NULL,
              PRIMARY KEY (tenant_id, id)
            );
            -- A .docx is compressed already.
            ALTER TABLE mentoring.document ALTER COLUMN content SET STORAGE EXTERNAL;

            -- «order» is a word of SQL.
            CREATE TABLE mentoring.head_order (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              kind text NOT NULL CHECK (kind IN ('pairAssignment')),
              state text NOT NULL CHECK (state IN
                ('draft', 'signed', 'inForce', 'acknowledged', 'revoked', 'cancelled')),
              text jsonb NOT NULL,
              heading text NOT NULL,
              search_text text NOT NULL,
              drafted_on date NOT NULL,
              number text,
              number_year int,
              signed_on date,
              document_id uuid,
              revoked_on date,
              revocation_reason text,
              PRIMARY KEY (tenant_id, id),
              CONSTRAINT head_order_number UNIQUE (tenant_id, number_year, number),
              FOREIGN KEY (tenant_id, document_id) REFERENCES mentoring.document (tenant_id, id),
              CHECK ((state IN ('draft', 'cancelled')) = (document_id IS NULL)),
              CHECK ((document_id IS NULL) = (number IS NULL)),
              CHECK ((document_id IS NULL) = (signed_on IS NULL)),
              CHECK (number_year = extract(year FROM signed_on)),
              CHECK ((state = 'revoked') = (revoked_on IS NOT NULL))
            );
            CREATE INDEX head_order_state ON mentoring.head_order (tenant_id, state);
            CREATE INDEX head_order_signed ON mentoring.head_order (tenant_id, number_year, signed_on);

            CREATE TABLE mentoring.ordered_pair (
              tenant_id uuid NOT NULL,
              order_id uuid NOT NULL,
              pair_id uuid NOT NULL,
              ordinal int NOT NULL,
              mentor_name text NOT NULL,
              mentor_position text NOT NULL,
              mentee_name text NOT NULL,
              mentee_position text NOT NULL,
              form_name text NOT NULL,
              is_live boolean NOT NULL,
              PRIMARY KEY (tenant_id, order_id, pair_id),
              FOREIGN KEY (tenant_id, order_id) REFERENCES mentoring.head_order (tenant_id, id),
              FOREIGN KEY (tenant_id, pair_id) REFERENCES mentoring.mentoring_team (tenant_id, id)
            );
            CREATE UNIQUE INDEX ordered_pair_live ON mentoring.ordered_pair (tenant_id, pair_id) WHERE is_live;

            CREATE TABLE mentoring.order_acknowledgment (
              tenant_id uuid NOT NULL,
              order_id uuid NOT NULL,
              person_id uuid NOT NULL,
              ordinal int NOT NULL,
              name text NOT NULL,
              position text NOT NULL,
              acknowledged_on date,
              PRIMARY KEY (tenant_id, order_id, person_id),
              FOREIGN KEY (tenant_id, order_id) REFERENCES mentoring.head_order (tenant_id, id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id)
            );

            -- The last plain number of the calendar year; its row is the lock under which numbers are given.
            CREATE TABLE mentoring.order_series (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              year int NOT NULL,
              last_number int NOT NULL CHECK (last_number >= 0),
              PRIMARY KEY (tenant_id, year)
            );

            ALTER TABLE mentoring.mentoring_team ADD CONSTRAINT mentoring_team_order_fkey
              FOREIGN KEY (tenant_id, order_id) REFERENCES mentoring.head_order (tenant_id, id);
            """
        );
        migrationBuilder.TenantTable("document", Writes.AppendOnly);
        migrationBuilder.TenantTable("head_order");
        migrationBuilder.TenantTable("ordered_pair");
        migrationBuilder.TenantTable("order_acknowledgment");
        migrationBuilder.TenantTable("order_series");
    }
}
