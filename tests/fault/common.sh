# What these scripts share: a workspace in memory (or in TMPDIR) with its own home and git config.
#
# ADREF is the program; made by setup: $box (removed at the end), $box/work with the statement "demo".
set -u
ADREF=${ADREF:-build/adref}
ADREF=$(cd "$(dirname "$ADREF")" && pwd)/adref
tests=$(cd "$(dirname "$0")/.." && pwd)
EN=statements/demo/en.md

# Sets the variables that tests/environment.conf lists, removes all others, and sets the umask.
set_environment() {
  list=$tests/environment.conf
  while read -r line; do
    case $line in
    [A-Z]*=*'<root>'*) export "${line%%<root>*}${tests%/tests}${line#*<root>}" ;;
    [A-Z]*=*) export "$line" ;;
    esac
  done <"$list"
  for name in $(env | sed -n 's/^\([A-Za-z_][A-Za-z_0-9]*\)=.*/\1/p'); do
    grep -q -e "^$name\$" -e "^$name=" "$list" || unset "$name"
  done
  export ADREF_LIBRARY="$tests/cli/library"
  umask 022
}

setup() {
  set_environment
  base=${TMPDIR:-/dev/shm}
  box=$(mktemp -d -p "$base" adref-fault-XXXXXX 2>/dev/null || mktemp -d) || exit 2
  trap 'rm -rf "$box"' EXIT
  trap 'exit 1' HUP INT TERM
  export HOME="$box/home"
  mkdir "$HOME" "$box/work" && cd "$box/work" || exit 2
  git config --global user.name 'Aiko Mori'
  git config --global user.email aiko@example.org
  git config --global init.defaultBranch main
  { "$ADREF" init && "$ADREF" new demo --outline short --parties JPN,ASEAN --place Tokyo \
    --set occasion=Friendship --set people=5000 && "$ADREF" draft; } >"$box/log" 2>&1 || {
    cat "$box/log"
    exit 2
  }
}

fail() {
  echo "$*"
  cat "$box/log" 2>/dev/null
  exit 1
}

# A whole number below $1.
random() {
  echo $(($(od -An -N4 -tu4 /dev/urandom) % $1))
}

# Every version that a command has reported is in the history; the repository is sound.
check_reported() {
  sed -n 's/^saved version \([0-9a-f]*\).*/\1/p' "$@" | sort -u >"$box/reported"
  git rev-list --abbrev-commit --abbrev=8 HEAD | sort >"$box/kept"
  missing=$(comm -23 "$box/reported" "$box/kept")
  [ -z "$missing" ] || fail "reported and not in the history: $missing"
}

check_sound() {
  git fsck --strict --no-dangling >"$box/log" 2>&1 || fail "$1: git fsck"
  [ ! -s "$box/log" ] || fail "$1: git fsck says"
}
