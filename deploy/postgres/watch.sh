#!/usr/bin/env bash
# Runs a server for as long as standard input stays open, then interrupts it. The host holds the other
# end of that pipe: however the host ends, kill -9 included, the kernel closes it and the server stops.
# usage: watch.sh LOG USER COMMAND…      USER is "-" or uid:gid (only root can change the user)
set -um # -m: a process group of its own, so that Ctrl-C in the terminal reaches the host alone
log=$1 user=$2
shift 2
umask 077
exec 2>>"$log" # what the shell itself has to say

prefix=()
if [ "$user" != - ]; then
  prefix=(setpriv --reuid="${user%:*}" --regid="${user#*:}" --clear-groups --pdeathsig INT --)
elif setpriv --help 2>/dev/null | grep -q pdeathsig; then
  prefix=(setpriv --pdeathsig INT --) # also covers a kill of this script
fi

exec 3<&0
${prefix[@]+"${prefix[@]}"} "$@" </dev/null 3<&- >>"$log" 2>&1 &
child=$!
trap '' INT TERM HUP

(
  while read -r _ <&3; do :; done
  kill -INT "$child"
  for _ in {1..100}; do
    kill -0 "$child" || exit
    sleep 0.1
  done
  kill -QUIT "$child"
) 2>/dev/null &
watcher=$!
exec 3<&-

wait "$child"
code=$?
kill -KILL -- "-$watcher" 2>/dev/null
wait "$watcher" 2>/dev/null
exit "$code"
