#!/bin/sh
# Runs test suites, as many at once as there are processors: tests/run.sh SUITE...
#
# Says one line per suite (and after 10, 20, 40 ... seconds that it still runs), then what failed in
# full, and at the end "N passed, 0 failed" over all of them, from the summary line that Check
# prints. A suite that ends without one counts as one failure. WRAPPER stands before each suite
# (valgrind ...). The status is 1 when anything failed.
set -u

# say_running NAME: until it is killed, or this script is.
say_running() {
  trap 'kill "$sleeping"; exit' TERM
  seconds=10
  waited=0
  while kill -0 $$ 2>/dev/null; do
    sleep $((seconds - waited)) >/dev/null &
    sleeping=$!
    wait "$sleeping"
    printf '%-10s still runs after %d s\n' "$1" "$seconds"
    waited=$seconds
    seconds=$((seconds * 2))
  done
}

# run_one FOLDER SUITE: leaves NAME.counts in the folder, "PASSED FAILED", and NAME.output, which
# it removes when all is well.
run_one() {
  name=$(basename "$(dirname "$2")")
  output=$1/$name.output
  started=$(date +%s)
  say_running "$name" &
  watch=$!
  trap 'kill "$watch" 2>/dev/null' EXIT
  trap 'exit 1' HUP INT TERM
  # shellcheck disable=SC2086 # WRAPPER is words
  ${WRAPPER:-} "$2" >"$output" 2>&1
  status=$?
  # "97%: Checks: 120, Failures: 2, Errors: 1", once for each runner of the suite
  counts=$(sed -n 's/^[0-9]*%: Checks: \([0-9]*\), Failures: \([0-9]*\), Errors: \([0-9]*\)$/\1 \2 \3/p' \
    "$output" | awk '{ all += $1; bad += $2 + $3 } END { if (NR) print all - bad, bad }')
  good=${counts% *}
  bad=${counts#* }
  if [ -z "$counts" ]; then
    good=0
    bad=1
  elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    bad=1
  fi
  seconds=$(($(date +%s) - started))
  printf '%-10s %4d passed, %d failed  %4d s\n' "$name" "$good" "$bad" "$seconds"
  echo "$good $bad" >"$1/$name.counts"
  if [ "$bad" -eq 0 ]; then
    rm "$output"
  else
    echo "$name: ended with status $status" >>"$output"
  fi
}

if [ "$1" = --one ]; then
  run_one "$2" "$3"
  exit
fi

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" "$0" --one "$folder"

passed=0
failed=0
for suite; do
  name=$(basename "$(dirname "$suite")")
  counts=$(cat "$folder/$name.counts" 2>/dev/null || echo 0 1)
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
  [ ! -e "$folder/$name.output" ] || cat "$folder/$name.output"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
