#!/bin/sh
# Files that cannot be read, at every step of a command: tests/fault/read.sh SHIM [STEP]
#
# The Nth file of the workspace that a command opens for reading cannot be read, for N = 1, 1 + STEP,
# ... until the command opens no more. Each time the command either prints what it always prints, or
# fails with a message; it never prints something else as if all were well.
shim_folder=$(cd "$(dirname "$1")" && pwd) # LD_PRELOAD has no paths with spaces
step=${2:-1}
. "$(dirname "$0")/common.sh"
setup
{ "$ADREF" circulate demo && sed -i 's/5,000/6,000/' $EN && "$ADREF" save demo &&
  "$ADREF" agree demo --for JPN && "$ADREF" comment demo@draft-1 x; } >"$box/log" 2>&1
cp -r "$box/work" "$box/saved"
cases=0

# with_fault N COMMAND...: the Nth file cannot be read; N = 0: all can.
with_fault() {
  at=$1
  shift
  cd "$box" && rm -rf work mark && cp -r saved work && cd work || exit 2
  LD_LIBRARY_PATH=$shim_folder LD_PRELOAD=shim.so FAULT_AT=$at FAULT_ERRNO=5 FAULT_MARK="$box/mark" \
    FAULT_UNDER="$box" "$ADREF" "$@" >"$box/said" 2>"$box/errors"
}

# all_files COMMAND...
all_files() {
  with_fault 0 "$@"
  healthy=$?
  cp "$box/said" "$box/expected"
  number=1
  while :; do
    with_fault $number "$@"
    status=$?
    what="$*, file $number"
    [ -e "$box/mark" ] || break
    cases=$((cases + 1))
    cat "$box/said" "$box/errors" >"$box/log"
    grep -q -e CRITICAL -e WARNING "$box/errors" && fail "$what: a fault of the program"
    if cmp -s "$box/said" "$box/expected"; then
      [ "$status" -eq "$healthy" ] || [ -s "$box/errors" ] || fail "$what: status $status without a message"
    else
      [ "$status" -lt 100 ] || fail "$what: status $status"
      [ -s "$box/errors" ] || grep -q 'cannot be read' "$box/said" || fail "$what: says something else"
    fi
    number=$((number + step))
  done
  [ "$number" -gt 1 ] || fail "$1: opens no file"
}

all_files status demo
all_files diff demo zero
all_files verify demo
all_files show demo 2
all_files comment demo
all_files parties
all_files templates
all_files signers
echo "files that cannot be read, in eight commands: each says so, or what it always says"
echo "$cases cases" >&2
