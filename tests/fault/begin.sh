#!/bin/sh
# A statement that begins, with the command killed at every step: tests/fault/begin.sh SHIM [STEP]
#
# import and new --from are killed at the Nth call that changes the disk, or this call fails, for
# N = 1, 1 + STEP, ... until they no longer get so far. Then the same command works, or the
# statement is there whole and is saved; no folder .adref-* is left.
shim_folder=$(cd "$(dirname "$1")" && pwd) # LD_PRELOAD has no paths with spaces
step=${2:-1}
. "$(dirname "$0")/common.sh"
setup
cp -r "$box/work" "$box/first"
printf '# Pact of Ports\n\nThe Ministers met.\n\n1. They agree.\n\n2. They meet again.\n' >"$box/pact.md"
cases=0

# check COMMAND...: it works now, or has worked.
check() {
  if "$ADREF" "$@" >"$box/log" 2>&1; then
    :
  elif grep -q 'statements/pact exists already' "$box/log"; then
    "$ADREF" save pact >"$box/log" 2>&1 || grep -q 'nothing to save' "$box/log" || fail "$what: not saved"
  else
    fail "$what: not the next time either"
  fi
  [ -s statements/pact/statement.yaml ] && [ -s statements/pact/en.md ] || fail "$what: a file is missing"
  ls -d statements/.adref-* 2>/dev/null && fail "$what: a folder is left"
  git status --porcelain | grep . && fail "$what: something is not saved"
  check_sound "$what"
}

# all_steps NUMBER COMMAND...: the error number, or "kill".
all_steps() {
  number=$1
  shift
  at=1
  while :; do
    what="$1, call $at, $number"
    cd "$box" && rm -rf work mark && cp -r first work && cd work || exit 2
    LD_LIBRARY_PATH=$shim_folder LD_PRELOAD=shim.so FAULT_AT=$at FAULT_ERRNO=$number FAULT_MARK="$box/mark" \
      "$ADREF" "$@" >"$box/log" 2>&1
    [ -e "$box/mark" ] || break
    cases=$((cases + 1))
    check "$@"
    at=$((at + step))
  done
  [ "$at" -gt 1 ] || fail "$what: no call was reached"
}

for number in kill 28; do
  all_steps "$number" import "$box/pact.md" --name pact
  all_steps "$number" new pact --from demo
done
echo "import and new killed, and errors, at every ${2:+$2th }call: finished or not begun"
echo "$cases cases" >&2
