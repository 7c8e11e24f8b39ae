#!/bin/sh
# Runs fuzzers, as many at once as there are processors, FUZZ_SECONDS each:
# tests/fuzz/run.sh BUILD NAME...
#
# What they learn is kept in BUILD/corpus/NAME, what they find is written to BUILD/found/. The
# examples in tests/fuzz/corpus/NAME are always run first. With FUZZ_RUNS each makes so many runs
# from a fixed start instead, the same ones every time: for a check that must not depend on chance.
set -u

# run_one BUILD NAME
run_one() {
  build=$1
  name=$2
  found=$build/found
  learnt=$build/corpus/$name
  limit="-max_total_time=${FUZZ_SECONDS:-20}"
  if [ -n "${FUZZ_RUNS:-}" ]; then
    learnt=$build/corpus/fixed-$name
    limit="-runs=$FUZZ_RUNS -seed=1"
    rm -rf "$learnt"
  fi
  mkdir -p "$learnt"
  log=$found/$name.log
  started=$(date +%s)
  # shellcheck disable=SC2086 # limit is words
  "$build/tests/fuzz/$name" $limit -timeout=20 -rss_limit_mb=2048 \
    -max_len=4096 -print_final_stats=1 -verbosity=1 -dict=tests/fuzz/markdown.dict \
    -artifact_prefix="$found/$name-" "$learnt" "tests/fuzz/corpus/$name" \
    >"$log" 2>&1
  ended=$?
  seconds=$(($(date +%s) - started))
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ "$ended" -eq 0 ]; then
    echo "$name: ${runs:-0} runs, nothing found, $seconds s"
  else
    grep -v '^#' "$log" | tail -n 60
    echo "$name: FOUND something; see $log and $found/$name-*"
    return 1
  fi
}

if [ "$1" = --one ]; then
  run_one "$2" "$3"
  exit
fi

build=$1
shift
mkdir -p "$build/found"
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(nproc)" "$0" --one "$build"
