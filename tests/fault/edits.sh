#!/bin/sh
# Several who edit clauses of one text at once: tests/fault/edits.sh PROCESSES EDITS
#
# Each process edits its own clause, for its own party, while the others do the same, and puts a new
# clause behind it now and then. Each edit is one version of that party, which touches nothing else,
# and all of them are in the text at the end.
. "$(dirname "$0")/common.sh"
processes=${1:-2}
edits=${2:-20}
rounds=$((edits / processes))
setup

# A text with a clause, and a registry with a party, for each process.
printf 'parties:\n' >templates/parties.yaml
printf '# Edits\n' >$EN
i=0
while [ "$i" -lt "$processes" ]; do
  i=$((i + 1))
  printf '  P%s: {short: Land %s, long: the Land %s}\n' "$i" "$i" "$i" >>templates/parties.yaml
  printf '\n<!-- op c%s -->\nThe Parties note 0.\n' "$i" >>$EN
done
sed -i "s/^- JPN$/- P1/; s/^- ASEAN$/- P2/" statements/demo/statement.yaml
i=2
while [ "$i" -lt "$processes" ]; do
  i=$((i + 1))
  sed -i "s/^- P2$/- P2\n- P$i/" statements/demo/statement.yaml
done
git add -A && git commit -q -m 'A text to edit'
first=$(git rev-parse HEAD)

# The editor: writes the number of the round into the clause; every fifth time it adds a clause.
cat >"$box/editor" <<'END'
sed -i "s/note [0-9]*\./note $ROUND./" "$2"
[ $((ROUND % 5)) -ne 0 ] || printf '\n<!-- op c%s-%s -->\nThe Parties add %s.\n' "$1" "$ROUND" "$ROUND" >>"$2"
END

i=0
while [ "$i" -lt "$processes" ]; do
  i=$((i + 1))
  (
    round=0
    while [ "$round" -lt "$rounds" ]; do
      round=$((round + 1))
      ROUND=$round EDITOR="sh '$box/editor' $i" "$ADREF" edit demo "c$i" --as "P$i" || echo "failed $i-$round"
    done
  ) >"$box/said.$i" 2>&1 &
done
wait

cat "$box"/said.* >"$box/log"
grep -q '^failed' "$box/log" && fail 'an edit failed'
check_reported "$box"/said.*
check_sound 'at the end'
[ "$(git rev-list --count "$first..HEAD")" -eq $((rounds * processes)) ] || fail 'edits and versions differ'
git status --porcelain | grep . && fail 'something is not saved'
i=0
while [ "$i" -lt "$processes" ]; do
  i=$((i + 1))
  grep -A 1 "<!-- op c$i -->" $EN | grep -q "note $rounds\." || fail "the last edit of P$i is lost"
  [ "$(grep -c "<!-- op c$i-" $EN)" -eq $((rounds / 5)) ] || fail "a clause that P$i added is lost"
done

# Who a version says it is of, and what it touches.
git log --format='%n%(trailers:key=Party,valueonly,separator=)' -p -U0 "$first..HEAD" -- $EN |
  awk '/^P[0-9]+$/ { party = substr($0, 2) }
    /^[-+]<!-- op c/ { split($3, parts, "[c-]"); if (parts[2] != party) { print "P" party ": " $0; bad = 1 } }
    /^\+The Parties note/ { changed[party]++ }
    END { for (party in changed) total += changed[party]; print total; exit bad }' >"$box/touched" ||
  fail "a version of one party touches a clause of another: $(cat "$box/touched")"
[ "$(cat "$box/touched")" -eq $((rounds * processes)) ] || fail 'a version holds more or less than its edit'
git log --format='%(trailers:key=Party,valueonly,separator=) %(trailers:key=Clause,valueonly,separator=%x2C)' "$first..HEAD" |
  awk '{ split($2, ids, ","); for (i in ids) { id = ids[i]; sub(/-.*/, "", id); if (substr($1, 2) != substr(id, 2)) { print; exit 1 } } }' >"$box/log" ||
  fail 'a version is under the name of another party'
echo "$processes processes: $((rounds * processes)) edits, none lost, none under another name"
