#!/bin/sh
# Errors of the disk at every step of a command: tests/fault/fault.sh SHIM [STEP]
#
# The Nth call that changes the disk fails, for N = 1, 1 + STEP, ... until the command no longer
# gets so far. After each: no text is lost, git finds nothing wrong, what was reported is kept, and
# the command works once the disk does.
shim_folder=$(cd "$(dirname "$1")" && pwd) # LD_PRELOAD has no paths with spaces
step=${2:-1}
. "$(dirname "$0")/common.sh"
setup
"$ADREF" circulate demo >"$box/log" 2>&1 || fail 'the first draft'
sed -i 's/5,000/6,000/' $EN
cp -r "$box/work" "$box/edited"
"$ADREF" save demo >"$box/log" 2>&1 || fail 'the second version'
cp -r "$box/work" "$box/saved"
cases=0

# Once the disk works again the command does: as asked, or after what it left behind is saved.
try_again() {
  "$ADREF" "$@" >"$box/log" 2>&1 && return
  grep -q 'changes that are not saved' "$box/log" && "$ADREF" save demo >"$box/log" 2>&1 &&
    "$ADREF" "$@" >"$box/log" 2>&1 && return
  grep -q 'has not changed since' "$box/log" || fail "$what: not the next time either"
}

# all_steps FOLDER WORDS COMMAND...: WORDS are in the text whatever happens.
all_steps() {
  from=$1 words=$2
  before=$(git -C "$from" rev-parse HEAD)
  shift 2
  for number in 28 5; do
    at=1
    while :; do
      what="$1, call $at, error $number"
      cd "$box" && rm -rf work mark && cp -r "$from" work && cd work || exit 2
      LD_LIBRARY_PATH=$shim_folder LD_PRELOAD=shim.so FAULT_AT=$at FAULT_ERRNO=$number FAULT_MARK="$box/mark" \
        "$ADREF" "$@" >"$box/said" 2>&1
      status=$?
      [ -e "$box/mark" ] || break
      cases=$((cases + 1))
      cp "$box/said" "$box/log"
      [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || fail "$what: status $status"
      grep -q 'nothing was saved' "$box/said" && [ "$(git rev-parse HEAD)" != "$before" ] &&
        fail "$what: it was saved"
      grep -q "$words" $EN || fail "$what: the text is gone"
      check_reported "$box/said"
      check_sound "$what"
      "$ADREF" status demo >"$box/log" 2>&1 || fail "$what: status"
      try_again "$@"
      [ "$1" != save ] || git show "HEAD:$EN" | grep -q "$words" || fail "$what: not saved"
      check_reported "$box/said"
      check_sound "$what, then again"
      at=$((at + step))
    done
    [ "$at" -gt 1 ] || fail "$1: no call was made to fail"
    [ "$status" -eq 0 ] || fail "$1: fails without an error"
  done
}

all_steps "$box/edited" '6,000' save demo
all_steps "$box/saved" '[56],000' restore demo --from zero
all_steps "$box/saved" '6,000' circulate demo
echo "errors at every ${2:+$2th }call of save, restore and circulate: nothing lost"
echo "$cases cases" >&2
