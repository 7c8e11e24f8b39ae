#!/bin/sh
# Runs fuzzers one after the other, FUZZ_SECONDS each: tests/fuzz/run.sh BUILD NAME...
#
# What they learn is kept in BUILD/corpus/NAME, what they find is written to BUILD/found/. The
# examples in tests/fuzz/corpus/NAME are always run first.
set -u

build=$1
shift
found=$build/found
mkdir -p "$found"
status=0
for name; do
  mkdir -p "$build/corpus/$name"
  log=$found/$name.log
  "$build/tests/fuzz/$name" -max_total_time="${FUZZ_SECONDS:-20}" -timeout=10 -rss_limit_mb=2048 \
    -max_len=4096 -print_final_stats=1 -verbosity=1 -dict=tests/fuzz/markdown.dict \
    -artifact_prefix="$found/$name-" "$build/corpus/$name" "tests/fuzz/corpus/$name" \
    >"$log" 2>&1
  ended=$?
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  if [ "$ended" -eq 0 ]; then
    echo "$name: ${runs:-0} runs, nothing found"
  else
    status=1
    grep -v '^#' "$log" | tail -n 60
    echo "$name: FOUND something; see $log and $found/$name-*"
  fi
done
exit $status
