# shellcheck shell=bash
# What ./run and ./test share: checking tools, fetching packages, building. Sourced at the top of the tree.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
# Build servers would outlive us.
export MSBUILDDISABLENODEREUSE=1 UseSharedCompilation=false
export REDOCLY_TELEMETRY=off REDOCLY_SUPPRESS_UPDATE_NOTICE=true

STAMPS=.data/stamps
LOGS=.data/logs
HOST=src/Mentoring.Host/bin/Release/net10.0/Mentoring.Host.dll

say() { printf '[%3d s] %s\n' "$SECONDS" "$*"; }

die() {
  printf '%s\n' "$*" >&2
  exit 1
}

require_folder() {
  mkdir -p "$STAMPS" "$LOGS" 2>/dev/null && [ -w .data ] && [ -w "$STAMPS" ] && [ -w . ] ||
    die "The folder $PWD cannot be written by the user $(id -un). Make it writable, or work in a clone of your own."
}

require_tools() {
  local sdks node major minor
  command -v dotnet >/dev/null ||
    die "The .NET 10 SDK was not found (no program dotnet in PATH). Install .NET SDK 10.0 and start again."
  sdks=$(dotnet --list-sdks 2>/dev/null | cut -d' ' -f1)
  grep -q '^10\.' <<<"$sdks" ||
    die "The .NET 10 SDK was not found (installed: $(paste -sd' ' <<<"${sdks:-none}")). Install .NET SDK 10.0 and start again."
  command -v node >/dev/null && command -v npm >/dev/null ||
    die "Node.js was not found (programs node and npm in PATH). Install Node.js 20.19 or newer and start again."
  node=$(node --version)
  IFS=. read -r major minor _ <<<"${node#v}"
  ((major > 20 || (major == 20 && minor >= 19))) ||
    die "Node.js $node is too old. Install Node.js 20.19 or newer and start again."
}

# What is in the named files and folders, in one word; generated and ignored files do not count.
content_of() {
  {
    # A clone that belongs to somebody else is only read here, so git need not refuse it.
    if git -c safe.directory='*' rev-parse --is-inside-work-tree >/dev/null 2>&1; then
      git -c safe.directory='*' ls-files -z --cached --others --exclude-standard -- "$@"
    else
      find "$@" \( -name node_modules -o -name bin -o -name obj -o -name dist \) -prune \
        -o -name schema.d.ts -o -path '*/locales/*.ts' -o -type f -print0 | sort -z
    fi
  } | xargs -0 sha256sum 2>/dev/null | sha256sum
}

# once NAME CONTENT COMMAND…: runs the command unless it has succeeded on this very content before.
once() {
  local stamp="$STAMPS/$1" content=$2
  shift 2
  [ "$(cat "$stamp" 2>/dev/null)" = "$content" ] && return
  rm -f "$stamp"
  "$@" || return
  printf '%s\n' "$content" >"$stamp"
}

# quietly TITLE COMMAND…: the command's words go to a log and are shown only when it fails.
quietly() {
  local title=$1 log="$LOGS/${1//[^A-Za-z0-9]/-}.log"
  shift
  say "$title…"
  "$@" </dev/null >"$log" 2>&1 && return
  tail -n 30 "$log" >&2
  printf 'Failed: %s. Everything it said is in %s\n' "$title" "$log" >&2
  return 1
}

# npm_packages FOLDER: what its lock file names, fetched once per lock file.
npm_packages() {
  local lock
  [ -d "$1/node_modules" ] || rm -f "$STAMPS/npm-${1//\//-}"
  lock="$(node --version) $(sha256sum "$1/package-lock.json")"
  once "npm-${1//\//-}" "$lock" quietly "Fetching packages of $1" npm --prefix "$1" ci
}

build_host() {
  [ -f "$HOST" ] || rm -f "$STAMPS/host"
  once host "$(content_of src Directory.Build.props Directory.Build.targets Directory.Packages.props global.json)" \
    quietly "Building the server" dotnet build src/Mentoring.Host -c Release
}

build_client() {
  [ -f client/dist/index.html ] || rm -f "$STAMPS/client"
  once client "$(content_of client openapi)" quietly "Building the client" npm --prefix client run build
}
