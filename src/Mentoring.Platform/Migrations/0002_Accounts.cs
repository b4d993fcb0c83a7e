using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>Accounts, memberships, sessions: a schema of their own, with a login of their own.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0002_Accounts")]
internal sealed class Accounts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            CREATE TABLE accounts.account (
              id uuid PRIMARY KEY,
              user_name text NOT NULL,
              normalized_user_name text NOT NULL CONSTRAINT account_user_name_key UNIQUE,
              display_name text NOT NULL,
              password_hash text,
              security_stamp text,
              concurrency_stamp text,
              disabled_at timestamptz
            );
            CREATE TABLE accounts.membership (
              account_id uuid NOT NULL REFERENCES accounts.account (id),
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              person_id uuid,
              roles text[] NOT NULL,
              PRIMARY KEY (account_id, tenant_id),
              CONSTRAINT membership_person_key UNIQUE (tenant_id, person_id)
            );
            CREATE TABLE accounts.session (
              id uuid PRIMARY KEY,
              token_hash bytea NOT NULL CONSTRAINT session_token_key UNIQUE,
              account_id uuid NOT NULL REFERENCES accounts.account (id),
              created_at timestamptz NOT NULL,
              last_seen_at timestamptz NOT NULL,
              ended_at timestamptz
            );
            CREATE INDEX session_account ON accounts.session (account_id) WHERE ended_at IS NULL;
            CREATE TABLE accounts.invitation (
              id uuid PRIMARY KEY,
              account_id uuid NOT NULL REFERENCES accounts.account (id),
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              code_hash bytea NOT NULL,
              created_at timestamptz NOT NULL,
              expires_at timestamptz NOT NULL,
              used_at timestamptz,
              failures int NOT NULL DEFAULT 0
            );
            CREATE UNIQUE INDEX invitation_open ON accounts.invitation (account_id) WHERE used_at IS NULL;
            CREATE TABLE accounts.sign_in_failure (
              subject text PRIMARY KEY,
              failures int NOT NULL,
              last_at timestamptz NOT NULL
            );
            CREATE TABLE accounts.data_protection_key (
              id uuid PRIMARY KEY,
              xml text NOT NULL,
              created_at timestamptz NOT NULL
            );
            GRANT SELECT, INSERT, UPDATE ON accounts.account, accounts.session, accounts.invitation TO {Logins.Accounts};
            GRANT SELECT, INSERT, UPDATE, DELETE ON accounts.membership, accounts.sign_in_failure TO {Logins.Accounts};
            GRANT SELECT, INSERT ON accounts.data_protection_key TO {Logins.Accounts};
            """
        );
}
