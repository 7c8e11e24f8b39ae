#!/bin/sh
# Several who save at once: tests/fault/together.sh PROCESSES SAVES
#
# Every save that says it saved is in the history, with what it saved; the others say why not.
. "$(dirname "$0")/common.sh"
processes=${1:-2}
saves=${2:-20}
setup
i=0
while [ "$i" -lt "$processes" ]; do
  i=$((i + 1))
  (
    round=0
    "$ADREF" new "s$i" --outline short --parties JPN --place X --set people=1 --set occasion=O
    "$ADREF" draft "s$i"
    while [ "$round" -lt $((saves / processes)) ]; do
      round=$((round + 1))
      sed -i "s/Adopted.*/Adopted $i-$round./" "statements/s$i/en.md"
      "$ADREF" save "s$i" -m "saver $i-$round" || echo "refused $i-$round"
    done
  ) >"$box/said.$i" 2>&1 &
done
wait
check_reported "$box"/said.*
check_sound 'at the end'
count=$(cat "$box"/said.* | grep -c '^saved version [0-9a-f]*: saver')
[ "$count" -eq "$(git log --format=%s | grep -c '^saver')" ] || fail 'reports and versions differ'
git log --format=%s | grep '^saver' | sort | uniq -d | grep . && fail 'saved twice'
git status --porcelain | grep . && fail 'something is not saved'
refused=$(cat "$box"/said.* | grep -c '^refused')
grep -h '^adref:' "$box"/said.* | sort | uniq -c | sort -rn | head -n 3
echo "$processes processes: $((count + refused)) saves, $refused refused, none lost"
