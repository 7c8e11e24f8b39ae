#!/bin/sh
# Commands that are killed at any moment: tests/fault/kill.sh [ROUNDS]
#
# In each round a save, a circulate or a restore is killed. Then the workspace opens, every version
# that was ever reported is in the history, git finds nothing wrong, and the next command works.
. "$(dirname "$0")/common.sh"
rounds=${1:-20}
setup
"$ADREF" circulate >>"$box/said" 2>&1 || fail 'the first draft'

# Milliseconds that the commands take here, so that kills fall on every moment of them.
started=$(date +%s%N)
"$ADREF" log >/dev/null 2>&1
span=$((($(date +%s%N) - started) / 1000000 * 2 + 2))

killed=0
round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  sed -i "s/Adopted.*/Adopted in round $round./" $EN
  case $(random 3) in
  0) set -- save demo ;;
  1)
    "$ADREF" save demo >>"$box/said" 2>&1
    set -- circulate demo
    ;;
  2)
    "$ADREF" save demo >>"$box/said" 2>&1
    set -- restore demo --from zero
    ;;
  esac
  after=$(printf '0.%03d' "$(random "$span")")
  timeout -s KILL "$after" "$ADREF" "$@" >>"$box/said" 2>&1
  [ $? -eq 137 ] && killed=$((killed + 1))
  "$ADREF" status demo >"$box/log" 2>&1 || fail "round $round: status after a killed $1"
  grep -q 'Adopted in' $EN || fail "round $round: the text is gone"
  check_reported "$box/said"
  check_sound "round $round"
  "$ADREF" save demo >"$box/log" 2>&1 || fail "round $round: save after a killed $1"
  cat "$box/log" >>"$box/said"
  "$ADREF" circulate demo >"$box/log" 2>&1 || grep -q 'has not changed since' "$box/log" ||
    fail "round $round: circulate after a killed $1"
  cat "$box/log" >>"$box/said"
done
check_reported "$box/said"
find .git -name '*.lock' | grep . && fail 'a lock is left'
echo "$rounds rounds, $(wc -l <"$box/reported") versions reported, none lost"
echo "$killed killed before their end" >&2
