#!/bin/sh
# Runs test suites, as many at once as there are processors: tests/run.sh SUITE...
#
# The longest run first, and in parts, so that all processors have work until the end. Says one line
# per suite or part (and after 10, 20, 40 ... seconds that it still runs) with its seconds and those
# of the processor, then what failed in full, and at the end the failed cases, a line each, and
# "N passed, 0 failed" over all of them, from the summary lines that Check prints. A suite that ends without one counts as one failure.
# WRAPPER stands before each suite (valgrind ...). The status is 1 when anything failed.
set -u

# Suites and their parts, by what they take; others run whole, behind these.
LONGEST='cli=8 view=4 clause=3 merge=3 review=3 sign=3 work=3 history=2 draft=2 exchange=2'

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

# run_one FOLDER SUITE PART: leaves a file .counts in the folder, "PASSED FAILED", and one .output,
# which it removes when all is well. PART is 2/3, say.
run_one() {
  name=$(name_of "$2")
  [ "$3" = 1/1 ] || name="$name $3"
  file=$1/$(echo "$name" | tr ' /' '--')
  output=$file.output
  started=$(date +%s)
  say_running "$name" &
  watch=$!
  trap 'kill "$watch" 2>/dev/null' EXIT
  trap 'exit 1' HUP INT TERM
  # shellcheck disable=SC2086 # WRAPPER is words
  ADREF_PART=$3 ${WRAPPER:-} "$2" >"$output" 2>&1
  status=$?
  times >"$file.times" # of a shell: its own; of what it waited for, "1m2.34s 0m5.6s"
  used=$(sed -n '2s/[ms]/ /gp' "$file.times" | awk '{ print $1 * 60 + $2 + $3 * 60 + $4 }')
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
  printf '%-12s %4d passed, %d failed  %4d s (%.1f s of the processor)\n' "$name" "$good" "$bad" \
    "$seconds" "$used"
  echo "$good $bad" >"$file.counts"
  if [ "$bad" -eq 0 ]; then
    rm "$output"
  else
    echo "$name: ended with status $status" >>"$output"
  fi
}

name_of() {
  basename "$(dirname "$1")"
}

# list_parts SUITE...: two lines, SUITE and PART, for each part; the longest suites first.
list_parts() {
  for each in $LONGEST; do
    for suite; do
      [ "$(name_of "$suite")" = "${each%=*}" ] || continue
      for part in $(seq "${each#*=}"); do
        printf '%s\n%s\n' "$suite" "$part/${each#*=}"
      done
    done
  done
  for suite; do
    case " $LONGEST" in
    *" $(name_of "$suite")="*) ;;
    *) printf '%s\n1/1\n' "$suite" ;;
    esac
  done
}

if [ "$1" = --one ]; then
  run_one "$2" "$3" "$4"
  exit
fi

folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
trap 'exit 1' HUP INT TERM
list_parts "$@" >"$folder/parts"
tr '\n' '\0' <"$folder/parts" | xargs -0 -n 2 -P "$(nproc)" "$0" --one "$folder"

passed=0
failed=0
while read -r suite && read -r part; do
  name=$(name_of "$suite")
  [ "$part" = 1/1 ] || name="$name-${part%/*}-${part#*/}"
  counts=$(cat "$folder/$name.counts" 2>/dev/null || echo 0 1)
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
  [ ! -e "$folder/$name.output" ] || cat "$folder/$name.output"
done <"$folder/parts"
# "FILE:LINE:F:...", as Check prints it: leaks that a failed case leaves under `make asan` fill pages
cat "$folder"/*.output 2>/dev/null | grep -aE '^[^ ]+:[0-9]+:[EF]:|: ended with status ' | sort -u
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
