#!/bin/sh
# Reads a municipality's figures with curl alone. Prints how many organizations there are, and their active pairs.
#   MENTORING_URL=https://… MENTORING_KEY=mp_… MENTORING_MUNICIPALITY=… sh curl.sh
set -eu

base="$MENTORING_URL/api/v1/municipalities/$MENTORING_MUNICIPALITY"

# Of an answer 429 (and 503) curl itself reads Retry-After, waits and asks again. The key goes in by standard input:
# what stands on a command line is seen by everybody on the machine.
ask() {
  printf 'header = "Authorization: Bearer %s"\n' "$MENTORING_KEY" |
    curl --config - --silent --show-error --fail --retry 5 --get "$@"
}

# A list comes page by page: nextCursor of one answer asks for what follows it, null ends the list.
organizations=0
cursor=
while :; do
  page=$(ask "$base/organizations" --data limit=2 ${cursor:+--data-urlencode "cursor=$cursor"})
  organizations=$((organizations + $(printf %s "$page" | grep -o '"shortName":' | wc -l)))
  cursor=$(printf %s "$page" | sed -n 's/.*"nextCursor":"\([^"]*\)".*/\1/p')
  [ -n "$cursor" ] || break
done

# The totals stand before the organizations' own figures.
pairs=$(ask "$base/dashboard" | grep -o '"activePairs":[0-9]*' | head -n 1 | cut -d: -f2)

printf 'organizations %d\nactivePairs %d\n' "$organizations" "$pairs"
