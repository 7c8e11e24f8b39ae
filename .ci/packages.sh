#!/bin/sh
# Installs the Debian packages that are missing: .ci/packages.sh LOG PACKAGE...
#
# It installs as root, or with sudo when sudo asks for no password or a terminal is there to ask on.
# Otherwise it prints the command that is needed, and the status is 2. What apt-get says is in LOG.
set -u
log=$1
shift
if ! command -v dpkg-query >/dev/null; then
  echo "not a Debian system; needed are (by their names in Debian 12): $*"
  exit 0
fi

installed=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
  sed -n 's/ installed$//p')
missing=
for package; do
  echo "$installed" | grep -qx "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
install="apt-get install -y --no-install-recommends$missing"

if [ "$(id -u)" = 0 ]; then
  sudo=
elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
  sudo=sudo
else
  printf 'packages are missing; install them as root:\n%s\n' "$install" >&2
  exit 2
fi

mkdir -p "$(dirname "$log")"
echo "installing $(echo "$missing" | wc -w) packages; the log is $log"
# shellcheck disable=SC2086 # install and sudo are words
{ $sudo apt-get update -q; $sudo env DEBIAN_FRONTEND=noninteractive $install; } >"$log" 2>&1 && exit 0
tail -n 30 "$log"
printf 'they cannot be installed; this command failed:\n%s\n' "$install" >&2
exit 2
