# shellcheck shell=bash
# The vocabulary of ./test: steps that are timed, counted and never hide the ones after them.

RESULTS=artifacts/test-results
LOGS=artifacts/logs
passed=0 failed=0 skipped=0
notes=()

# A step that makes what later steps take starts with makes=NAME; a step that takes it, with needs='NAME NAME'. Where the
# making failed, what needs it is not run: it would fail with other words and hide the cause.
missing=' '

# made TITLE: whether all that the step needs is there; says so where it is not.
made() {
  local name
  for name in ${needs:-}; do
    [[ $missing == *" $name "* ]] || continue
    fail "$1" "needs ${name//-/ }"
    missing+="${makes:-} "
    return 1
  done
}

# check TITLE COMMAND…: a step that holds or does not; counts as one.
check() {
  local title=$1
  shift
  made "$title" || return
  if attempt "$title" "$@"; then
    passed=$((passed + 1))
    report "ok"
  else
    failed=$((failed + 1))
    missing+="${makes:-} "
    report "FAILED"
    show_log
    return 1
  fi
}

# runner TITLE REPORT COMMAND…: a test runner that writes REPORT; counts as many tests as ran.
runner() {
  local title=$1 file=$RESULTS/$2 code=0 p=0 f=0 s=0
  shift 2
  made "$title" || return
  attempt "$title" "$@" || code=$?
  if ! read -r p f s < <(node tests/count.mjs "$file" 2>>"$log"); then
    p=0 f=1 s=0 # no readable report: the runner itself failed
  elif ((f == 0 && (code != 0 || p == 0))); then
    f=1 # it says that it failed, or it ran nothing
  fi
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
  report "$p passed, $f failed, $s skipped"
  ((f == 0)) && return
  missing+="${makes:-} "
  show_log
}

# node_tests TITLE REPORT FILE…: tests of node's own runner.
node_tests() {
  local title=$1 report=$2
  shift 2
  runner "$title" "$report.junit" node --test --test-concurrency=1 \
    --test-reporter=spec --test-reporter-destination=stdout \
    --test-reporter=junit --test-reporter-destination="$RESULTS/$report.junit" "$@"
}

# fail TITLE WHY: what must run and cannot.
fail() {
  failed=$((failed + 1))
  notes+=("not run: $1: $2")
  printf '[%4d s] %-44s not run: %s\n' "$SECONDS" "$1" "$2"
}

# skip TITLE WHY: what this machine cannot do and what others prove.
skip() {
  skipped=$((skipped + 1))
  notes+=("skipped: $1: $2")
  printf '[%4d s] %-44s skipped: %s\n' "$SECONDS" "$1" "$2"
}

attempt() {
  local title=$1
  shift
  log=$LOGS/${title//[^A-Za-z0-9]/-}.log
  started=$SECONDS
  printf '[%4d s] %-44s ' "$SECONDS" "$title"
  "$@" </dev/null >"$log" 2>&1
}

# try TITLE COMMAND…: what may fail without anything being wrong; counts as nothing.
try() {
  if attempt "$@"; then report "ok"; else report "cannot be had here"; fi
}

report() { printf '%s (%d s)\n' "$1" $((SECONDS - started)); }

show_log() {
  printf -- '---- the end of %s\n' "$log"
  tail -n 60 "$log"
  printf -- '----\n'
}

finish() {
  ((${#notes[@]} == 0)) || printf '%s\n' "${notes[@]}"
  printf 'Reports are in %s, what each step said in %s\n' "$RESULTS" "$LOGS"
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0))
}

# The browser of the machine, or one that the user names in CHROMIUM_PATH; installed where that is possible.
find_chromium() {
  local name
  for name in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
    [ -n "$name" ] && CHROMIUM_PATH=$(command -v "$name") && export CHROMIUM_PATH && return
  done
  return 1
}

install_chromium() {
  [ "$(id -u)" = 0 ] && command -v apt-get && export DEBIAN_FRONTEND=noninteractive &&
    apt-get update && apt-get install -y --no-install-recommends chromium fonts-dejavu-core && find_chromium
}

# PostgreSQL's own programs, which the embedded server lacks; a folder that the user names in MENTORING_PG_BIN comes first.
find_postgres_tools() {
  local folder version
  while read -r folder; do
    [ -x "$folder/pg_dump" ] && [ -x "$folder/psql" ] && [ -x "$folder/initdb" ] || continue
    version=$("$folder/psql" --version | grep -oE '[0-9]+' | head -1)
    ((version >= 15)) && export MENTORING_PG_BIN=$folder && return
  done < <(
    printf '%s\n' "${MENTORING_PG_BIN:-}"
    find /usr/lib/postgresql /usr/local/pgsql /opt/homebrew/opt /usr/local/opt -path '*/bin/pg_dump' 2>/dev/null |
      sed 's:/pg_dump$::' | sort -rV
    dirname "$(command -v pg_dump)" 2>/dev/null
  )
  return 1
}

install_postgres_tools() {
  [ "$(id -u)" = 0 ] && command -v apt-get && export DEBIAN_FRONTEND=noninteractive || return
  # The programs are wanted, not a server that starts by itself.
  mkdir -p /etc/postgresql-common
  [ -e /etc/postgresql-common/createcluster.conf ] ||
    printf 'create_main_cluster = false\n' >/etc/postgresql-common/createcluster.conf
  # A file of ours where the package has one of its own is no question to anybody.
  export UCF_FORCE_CONFFOLD=1
  apt-get update && apt-get install -y --no-install-recommends postgresql && find_postgres_tools
}

find_shellcheck() { command -v shellcheck >/dev/null; }

install_shellcheck() {
  [ "$(id -u)" = 0 ] && command -v apt-get && export DEBIAN_FRONTEND=noninteractive &&
    apt-get update && apt-get install -y --no-install-recommends shellcheck
}
