using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Mentoring teams: members with sides, written consents to the duties, addenda to contracts.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0010_Pairs")]
internal sealed class Pairs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE TABLE mentoring.mentoring_team (
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              id uuid NOT NULL,
              version bigint NOT NULL,
              state text NOT NULL CHECK (state IN
                ('proposed', 'consentsCollected', 'approvedByOrder', 'active', 'closed', 'declined')),
              form_code text NOT NULL,
              role_model_code text,
              kind_codes text[] NOT NULL,
              topic text,
              proposed_on date NOT NULL,
              previous_pair_id uuid,
              mentor_person_id uuid NOT NULL,
              mentee_person_id uuid NOT NULL,
              order_id uuid,
              order_number text,
              ordered_on date,
              order_revoked_on date,
              active_since date,
              closing_ground text,
              closing_cause text,
              closing_explanation text,
              closed_on date,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, previous_pair_id) REFERENCES mentoring.mentoring_team (tenant_id, id),
              FOREIGN KEY (tenant_id, mentor_person_id) REFERENCES mentoring.person (tenant_id, id),
              FOREIGN KEY (tenant_id, mentee_person_id) REFERENCES mentoring.person (tenant_id, id),
              CHECK (mentor_person_id <> mentee_person_id),
              CHECK ((order_id IS NULL) = (ordered_on IS NULL)),
              CHECK ((state = 'closed') = (closing_ground IS NOT NULL AND closed_on IS NOT NULL)),
              CHECK ((closing_ground = 'byCurator') = (closing_cause IS NOT NULL))
            );
            -- The same two have one open pair in each direction.
            CREATE UNIQUE INDEX mentoring_team_open_pair
              ON mentoring.mentoring_team (tenant_id, mentor_person_id, mentee_person_id)
              WHERE state NOT IN ('closed', 'declined');
            CREATE INDEX mentoring_team_state ON mentoring.mentoring_team (tenant_id, state);

            CREATE TABLE mentoring.team_member (
              tenant_id uuid NOT NULL,
              team_id uuid NOT NULL,
              person_id uuid NOT NULL,
              profile_id uuid NOT NULL,
              side text NOT NULL CHECK (side IN ('mentor', 'mentee')),
              declined_on date,
              decline_reason text,
              PRIMARY KEY (tenant_id, team_id, person_id),
              FOREIGN KEY (tenant_id, team_id) REFERENCES mentoring.mentoring_team (tenant_id, id),
              FOREIGN KEY (tenant_id, person_id) REFERENCES mentoring.person (tenant_id, id),
              CHECK ((declined_on IS NULL) = (decline_reason IS NULL))
            );
            CREATE INDEX team_member_person ON mentoring.team_member (tenant_id, person_id);

            CREATE TABLE mentoring.duty_consent (
              tenant_id uuid NOT NULL,
              team_id uuid NOT NULL,
              id uuid NOT NULL,
              person_id uuid NOT NULL,
              given_on date NOT NULL,
              way text NOT NULL CHECK (way IN ('inPerson', 'byRepresentative', 'onPaper')),
              given_by_person_id uuid,
              text_version text NOT NULL,
              withdrawn_on date CHECK (withdrawn_on >= given_on),
              withdrawal_reason text,
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, team_id, person_id)
                REFERENCES mentoring.team_member (tenant_id, team_id, person_id),
              FOREIGN KEY (tenant_id, given_by_person_id) REFERENCES mentoring.person (tenant_id, id)
            );
            CREATE INDEX duty_consent_team ON mentoring.duty_consent (tenant_id, team_id);

            CREATE TABLE mentoring.contract_addendum (
              tenant_id uuid NOT NULL,
              team_id uuid NOT NULL,
              id uuid NOT NULL,
              person_id uuid NOT NULL,
              number text NOT NULL,
              signed_on date NOT NULL,
              valid_until date CHECK (valid_until >= signed_on),
              PRIMARY KEY (tenant_id, id),
              FOREIGN KEY (tenant_id, team_id, person_id)
                REFERENCES mentoring.team_member (tenant_id, team_id, person_id)
            );
            CREATE INDEX contract_addendum_team ON mentoring.contract_addendum (tenant_id, team_id);
            """
        );
        migrationBuilder.TenantTable("mentoring_team");
        migrationBuilder.TenantTable("team_member");
        migrationBuilder.TenantTable("duty_consent");
        migrationBuilder.TenantTable("contract_addendum", Writes.AppendOnly);
    }
}
