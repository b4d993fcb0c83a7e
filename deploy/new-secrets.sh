#!/usr/bin/env bash
# Writes a file of new random passwords for compose.yaml; never over an existing one.
#   deploy/new-secrets.sh [FILE]     deploy/.env when no FILE is named
set -euo pipefail
file=${1:-$(dirname "${BASH_SOURCE[0]}")/.env}
umask 077
# Refused by the shell itself when the file is there: a lost password locks everybody out.
set -o noclobber
{
  printf '# Passwords of this installation. Keep a copy where the backups are not.\n'
  for name in POSTGRES_PASSWORD MENTORING_{OWNER,SCHOOL,OVERSIGHT,WORK,ACCOUNTS,BACKUP}_PASSWORD; do
    printf '%s=%s\n' "$name" "$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
  done
  printf '\n# The name under which browsers reach the service, such as mentoring.region.example\n'
  printf 'MENTORING_ADDRESS=localhost\n'
} >"$file"
printf 'Written: %s\n' "$file"
