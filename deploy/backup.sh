#!/usr/bin/env bash
# Writes a backup of the whole database into a new folder, with a manifest of what must be in it.
#
#   PGHOST=… PGPASSWORD=… deploy/backup.sh FOLDER        writes FOLDER/20260901T013000Z/
#
# Run it as mentoring_backup, the one login that sees the rows of every tenant. Any other login gets an error, never a
# smaller backup. What is written holds personal data: keep it encrypted, and elsewhere than the database.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

fail() {
  printf '%s\nNo backup was made.\n' "$1" >&2
  exit 1
}

folder=${1:-}
[ -n "$folder" ] && [ -d "$folder" ] && [ -w "$folder" ] || fail "Name a folder that can be written: deploy/backup.sh FOLDER"
export PGUSER=${PGUSER:-mentoring_backup} PGDATABASE=${PGDATABASE:-mentoring} PGAPPNAME=mentoring-backup

umask 077
# Under another name until it is whole: what ends in the middle is no backup.
partial=$(mktemp -d "$folder/.partial-XXXXXX")
trap 'rm -rf "$partial"' EXIT
export MENTORING_DUMP=$partial/dump

# One transaction sees one moment; it counts, and pg_dump reads the same moment through its snapshot.
psql --no-psqlrc --quiet --no-align --tuples-only --field-separator=$'\t' --set ON_ERROR_STOP=1 \
  --output "$partial/manifest.tsv" \
  --command 'SET idle_in_transaction_session_timeout = 0' \
  --command 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY' \
  --file "$here/manifest.sql" \
  --file - <<'SQL' || fail "The database could not be read whole."
SELECT pg_export_snapshot() AS snapshot \gset
\setenv MENTORING_SNAPSHOT :snapshot
\! pg_dump --format=custom --snapshot="$MENTORING_SNAPSHOT" --lock-wait-timeout=60s --file="$MENTORING_DUMP" && : >"$MENTORING_DUMP.whole"
\o
COMMIT;
SQL
[ -e "$MENTORING_DUMP.whole" ] || fail "pg_dump did not come to its end."
rm "$MENTORING_DUMP.whole"
[ -s "$partial/manifest.tsv" ] || fail "The database holds no table."

# The logins that rows and rights belong to: a server needs them before a restore.
psql --no-psqlrc --quiet --no-align --tuples-only --set ON_ERROR_STOP=1 --output "$partial/logins" \
  --command "SELECT rolname FROM pg_roles WHERE rolname LIKE 'mentoring\_%' ORDER BY 1" || fail "The logins could not be read."
(cd "$partial" && sha256sum dump manifest.tsv logins >SHA256SUMS)
sync "$partial"/*

backup=$folder/$(date -u +%Y%m%dT%H%M%SZ)
[ ! -e "$backup" ] || fail "$backup is there already."
mv "$partial" "$backup"
trap - EXIT
printf '%s\n' "$backup"
