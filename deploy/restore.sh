#!/usr/bin/env bash
# Brings a backup into an empty database, and proves that everything is there.
#
#   PGHOST=… PGUSER=postgres PGPASSWORD=… deploy/restore.sh BACKUP            restores and compares
#   PGHOST=… PGUSER=postgres PGPASSWORD=… deploy/restore.sh --verify BACKUP   only compares a database with a backup
#
# Run it as a superuser, on a server whose logins deploy/logins.sh has made. Afterwards run `migrate`, which also checks
# the walls between tenants, and only then start servers. PGDATABASE names the database; mentoring.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
  printf '%s\n' "$1" >&2
  exit 1
}

only_verify=false
if [ "${1:-}" = --verify ]; then
  only_verify=true
  shift
fi
backup=${1:-}
[ -f "$backup/SHA256SUMS" ] || fail "Name the folder of a backup: deploy/restore.sh [--verify] BACKUP"
export PGDATABASE=${PGDATABASE:-mentoring} PGAPPNAME=mentoring-restore

ask() { psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 "$@"; }

compare() {
  local found
  found=$(mktemp)
  # shellcheck disable=SC2064 # the name of now
  trap "rm -f '$found'" EXIT
  ask --field-separator=$'\t' --file "$here/manifest.sql" >"$found"
  # The name of the table, its rows, the sum over them: < as in the backup, > as in the database.
  diff "$backup/manifest.tsv" "$found" >&2 ||
    fail "The database $PGDATABASE differs from the backup. Do not let anybody work on it."
  printf 'The database %s holds exactly what the backup holds: %s tables, %s rows.\n' "$PGDATABASE" \
    "$(wc -l <"$found" | tr -d ' ')" "$(awk -F '\t' '{ rows += $2 } END { print rows + 0 }' "$found")"
}

(cd "$backup" && sha256sum --check --status --strict SHA256SUMS) || fail "The backup is damaged: its files are not as they were written. Nothing was touched."
if $only_verify; then
  compare
  exit
fi

missing=$(comm -23 <(LC_ALL=C sort "$backup/logins") <(ask --command 'SELECT rolname FROM pg_roles' | LC_ALL=C sort) | paste -sd' ')
[ -z "$missing" ] || fail "Make the logins first, with deploy/logins.sh. Missing: $missing"
tables=$(ask --command "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'")
[ "$tables" = 0 ] || fail "The database $PGDATABASE is not empty. Nothing was touched."

# All of it or nothing.
pg_restore --exit-on-error --single-transaction --dbname "$PGDATABASE" "$backup/dump" ||
  fail "The restore failed and was undone: the database is as empty as before."
ask --command ANALYZE
compare
