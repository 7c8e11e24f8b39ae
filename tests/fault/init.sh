#!/bin/sh
# An init that ends at every step: tests/fault/init.sh SHIM [STEP]
#
# Init is killed at the Nth call that changes the disk, or this call fails (no space, an error of
# the disk), for N = 1, 1 + STEP, ... until it no longer gets so far. Then the next init finishes
# what was begun, or says that it is a workspace, and nothing else is left: no folder .adref-*,
# no change that is not saved.
shim_folder=$(cd "$(dirname "$1")" && pwd) # LD_PRELOAD has no paths with spaces
step=${2:-1}
. "$(dirname "$0")/common.sh"
setup
cases=0

# check FOLDER: a workspace with its first version.
check() {
  cd "$1" || fail "$what: no folder"
  "$ADREF" status >"$box/log" 2>&1 || fail "$what: status"
  check_sound "$what"
  [ "$(git rev-list --count HEAD)" -eq 1 ] || fail "$what: versions"
  git status --porcelain | grep . && fail "$what: something is not saved"
  ls -d "$box"/new/.adref-* "$box"/new/talks/.adref-* 2>/dev/null && fail "$what: a folder is left"
  diff -r --exclude=.git "$box/whole" . >"$box/log" || fail "$what: files are missing"
}

# all_steps NUMBER: the error number, or "kill".
all_steps() {
  at=1
  while :; do
    what="init, call $at, $1"
    cd "$box" && rm -rf new mark && mkdir new && cd new || exit 2
    LD_LIBRARY_PATH=$shim_folder LD_PRELOAD=shim.so FAULT_AT=$at FAULT_ERRNO=$1 FAULT_MARK="$box/mark" \
      "$ADREF" init talks >"$box/log" 2>&1
    status=$?
    [ -e "$box/mark" ] || break
    cases=$((cases + 1))
    [ "$status" -eq 0 ] || [ "$status" -eq 3 ] || [ "$status" -eq 137 ] || fail "$what: status $status"
    "$ADREF" init talks >"$box/log" 2>&1 || grep -q 'is a workspace already' "$box/log" || fail "$what: not the next time either"
    check talks
    at=$((at + step))
  done
  [ "$at" -gt 1 ] || fail "init: no call was reached"
}

cd "$box" && "$ADREF" init whole >"$box/log" 2>&1 || fail 'init'
all_steps kill
all_steps 28
all_steps 5
echo "init killed, and errors, at every ${2:+$2th }call: finished by the next init"
echo "$cases cases" >&2
