using Mentoring.Platform.Platform.Schema;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Mentoring.Platform.Migrations;

/// <summary>API keys beside the accounts, how often each was used this minute, and keys as actors of the audit.</summary>
[DbContext(typeof(SchemaDbContext))]
[Migration("0020_ApiKeys")]
internal sealed class ApiKeys : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(
            $"""
            CREATE TABLE accounts.api_key (
              id uuid PRIMARY KEY,
              tenant_id uuid NOT NULL REFERENCES mentoring.tenant (id),
              name text NOT NULL,
              prefix text NOT NULL,
              secret_hash bytea NOT NULL CONSTRAINT api_key_secret_key UNIQUE,
              scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
              created_by uuid NOT NULL REFERENCES accounts.account (id),
              created_at timestamptz NOT NULL,
              request_key text NOT NULL,
              expires_at timestamptz NOT NULL CHECK (expires_at > created_at AND expires_at <= created_at + interval '366 days'),
              last_used_at timestamptz,
              revoked_at timestamptz,
              revoked_by uuid REFERENCES accounts.account (id),
              search_text text NOT NULL GENERATED ALWAYS AS (
                ' ' || translate(lower(name || ' ' || prefix), 'ё«»"№-.,', 'е       ')) STORED,
              CONSTRAINT api_key_request_key UNIQUE (tenant_id, created_by, request_key),
              CONSTRAINT api_key_revoked_check CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
            );
            GRANT SELECT, INSERT, UPDATE ON accounts.api_key TO {Logins.Accounts};

            -- One row per key in use, written by every request of it: unlogged, so that no request waits for the disk.
            -- A crash empties it, and limits begin anew.
            CREATE UNLOGGED TABLE accounts.api_key_minute (
              key_id uuid PRIMARY KEY REFERENCES accounts.api_key (id),
              minute timestamptz NOT NULL,
              requests int NOT NULL
            ) WITH (fillfactor = 50);
            GRANT SELECT, INSERT, UPDATE ON accounts.api_key_minute TO {Logins.Accounts};

            ALTER TABLE mentoring.audit_entry ADD COLUMN api_key_id uuid,
              ADD CONSTRAINT audit_entry_actor_check CHECK (account_id IS NULL OR api_key_id IS NULL);
            """
        );
}
