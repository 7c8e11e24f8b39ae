#!/bin/bash
# Real texts: tests/texts.sh ADREF FOLDER, or make texts TEXTS=FOLDER. Each Markdown file of the folder keeps all its words,
# numbers and signs (cli/tokens.pl), its canonical form is a fixed point, and it becomes a statement that circulate accepts.
# Laws and statements of others are not in the repository, so the folder is given. Status 1: a text does not pass.
set -u

adref=$(realpath "$1")
texts=$(realpath "$2")
tokens=$(realpath "$(dirname "$0")/cli/tokens.pl")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME=$work GIT_CONFIG_NOSYSTEM=1
git config --global user.name 'Texts' && git config --global user.email 'texts@example.org'
"$adref" init "$work/workspace" >/dev/null 2>&1 || exit 1
cd "$work/workspace" || exit 1

# Says what is wrong with a text, or nothing.
check() {
  "$adref" format "$1" >"$work/once.md" 2>/dev/null || { echo 'is not read'; return; }
  "$adref" format "$work/once.md" 2>/dev/null | cmp -s - "$work/once.md" || echo 'has no fixed point'
  perl "$tokens" "$1" >"$work/before"
  perl "$tokens" "$work/once.md" >"$work/after"
  cmp -s "$work/before" "$work/after" || echo "has other words: $(diff "$work/before" "$work/after" | grep -c '^[<>]')"
  "$adref" import "$1" --name "$2" >/dev/null 2>&1 || { echo 'is not imported'; return; }
  "$adref" circulate "$2" --label one >"$work/said" 2>&1 || echo "is not circulated: $(tail -n 1 "$work/said")"
}

count=0 failed=0
for text in "$texts"/*.md; do
  case $text in */SOURCES.md | */README.md) continue ;; esac
  count=$((count + 1))
  wrong=$(check "$text" "text-$count")
  [ -z "$wrong" ] || { failed=$((failed + 1)); printf '%s\n' "$wrong" | sed "s|^|${text##*/}: |"; }
done
echo "$count texts, $failed do not pass"
[ "$count" -gt 0 ] && [ "$failed" -eq 0 ]
