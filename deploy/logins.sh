#!/usr/bin/env bash
# Makes the database, its owner and its restricted logins, or renews their passwords. Safe to repeat.
#
#   PGHOST=… PGUSER=postgres PGPASSWORD=… MENTORING_OWNER_PASSWORD=… … deploy/logins.sh
#
# Run it as a superuser, before `migrate`, after a restore to another server, and to change passwords. It needs psql 15
# or newer. What the logins may see is decided by the migrations, and checked at each start of the product.
#   MENTORING_DATABASE             name of the database; mentoring
#   MENTORING_OWNER_PASSWORD       mentoring_owner: owns everything, used by `migrate` alone
#   MENTORING_SCHOOL_PASSWORD      mentoring_school: requests inside an organization
#   MENTORING_OVERSIGHT_PASSWORD   mentoring_oversight: requests of municipalities and regions
#   MENTORING_WORK_PASSWORD        mentoring_work: work items
#   MENTORING_ACCOUNTS_PASSWORD    mentoring_accounts: sessions and accounts
#   MENTORING_BACKUP_PASSWORD      mentoring_backup: reads all rows of all tenants; for backup.sh alone
set -euo pipefail

restricted=(school oversight work accounts)
everybody=(owner "${restricted[@]}" backup)

wrong=()
for login in "${everybody[@]}"; do
  name=MENTORING_${login^^}_PASSWORD
  # These end or quote a value in a connection string.
  if [[ ${#name} -eq 0 || ! ${!name:-} =~ ^[^\;\'\"=[:space:]]{16,}$ ]]; then
    wrong+=("$name")
  fi
done
if ((${#wrong[@]} > 0)); then
  printf 'Set these to at least 16 characters, without spaces, quotes, ; or =: %s\n' "${wrong[*]}" >&2
  exit 2
fi
export MENTORING_DATABASE=${MENTORING_DATABASE:-mentoring}
[[ $MENTORING_DATABASE =~ ^[a-z_][a-z0-9_]{0,62}$ ]] || {
  printf 'MENTORING_DATABASE is no name of a database: %s\n' "$MENTORING_DATABASE" >&2
  exit 2
}

# Passwords travel in variables of psql: neither in the list of processes nor in a file.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --dbname "${PGDATABASE:-postgres}" <<'SQL'
\getenv database MENTORING_DATABASE
\getenv owner MENTORING_OWNER_PASSWORD
\getenv school MENTORING_SCHOOL_PASSWORD
\getenv oversight MENTORING_OVERSIGHT_PASSWORD
\getenv work MENTORING_WORK_PASSWORD
\getenv accounts MENTORING_ACCOUNTS_PASSWORD
\getenv backup MENTORING_BACKUP_PASSWORD
-- Neither the server's log nor its statistics shall hold a password.
SET log_statement = 'none';
SET log_min_duration_statement = -1;
SET log_min_error_statement = 'panic';

CREATE TEMPORARY TABLE login (name text PRIMARY KEY, password text NOT NULL);
INSERT INTO login VALUES
  ('mentoring_owner', :'owner'), ('mentoring_school', :'school'), ('mentoring_oversight', :'oversight'),
  ('mentoring_work', :'work'), ('mentoring_accounts', :'accounts'), ('mentoring_backup', :'backup');

SELECT format('CREATE ROLE %I', name) FROM login WHERE name NOT IN (SELECT rolname FROM pg_roles) \gexec
-- Said anew each time: a login that somebody has widened is narrow again.
SELECT format(
  'ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOINHERIT NOBYPASSRLS PASSWORD %L',
  name, password) FROM login \gexec
-- The backup alone passes by row level security, and it alone reads by membership; it can write nothing.
ALTER ROLE mentoring_backup INHERIT BYPASSRLS CONNECTION LIMIT 5;
ALTER ROLE mentoring_backup SET default_transaction_read_only = on;
GRANT pg_read_all_data TO mentoring_backup;

SELECT format('CREATE DATABASE %I OWNER mentoring_owner', :'database')
  WHERE :'database' NOT IN (SELECT datname FROM pg_database) \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', :'database') \gexec
SELECT format('REVOKE ALL ON DATABASE %I FROM %I', :'database', name) FROM login WHERE name <> 'mentoring_owner' \gexec
SELECT format('GRANT CONNECT ON DATABASE %I TO %I', :'database', name) FROM login \gexec
-- Large objects belong to no tenant, so nobody but a superuser keeps any.
\connect :"database"
SELECT format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', oid::regprocedure) FROM pg_proc
  WHERE pronamespace = 'pg_catalog'::regnamespace AND (proname LIKE 'lo\_%' OR proname IN ('loread', 'lowrite')) \gexec
SQL
