#!/bin/sh
# adref sync against sshd on this computer: tests/witness/sync_ssh.sh ADREF
#
# An unknown host key, a wrong one, no key, an agent, a refused push. sshd runs as an ordinary
# program, with a host key and a configuration in a folder of this test. SSHD names it
# (/usr/sbin/sshd). Started by root it wants the folder /run/sshd and a user sshd; where they are
# missing, a mount namespace has them. Where it cannot run, that is said, and the status is 0.
set -u
adref=$(realpath "$1")
export ADREF_LIBRARY="$PWD" LC_ALL=C
sshd=${SSHD:-/usr/sbin/sshd}
here=$(mktemp -d)
trap 'kill $(cat "$here/sshd.pid" "$here/agent.pid" 2>/dev/null) 2>/dev/null; rm -rf "$here"' EXIT
failed=0

skip() {
  echo "sync over ssh is skipped: $*"
  exit 0
}

# expect WORDS COMMAND...: the command says these words.
expect() {
  words=$1
  shift
  said=$("$@" 2>&1 </dev/null)
  case $said in
  *"$words"*) echo "ok: $words" ;;
  *)
    failed=1
    printf 'not ok: %s says:\n%s\ninstead of: %s\n' "$*" "$said" "$words"
    ;;
  esac
}

[ -x "$sshd" ] || skip "there is no $sshd (apt-get install openssh-server)"
if [ "${2-}" = inside ]; then
  mount -t tmpfs none /run || exit 1
  mkdir -m 755 /run/sshd
  cp /etc/passwd "$here/passwd"
  id -u sshd >/dev/null 2>&1 || echo 'sshd:x:65534:65534::/run/sshd:/bin/false' >>"$here/passwd"
  mount --bind "$here/passwd" /etc/passwd || exit 1
elif [ "$(id -u)" = 0 ] && { [ ! -d /run/sshd ] || ! id -u sshd >/dev/null 2>&1; }; then
  unshare --mount true 2>/dev/null || skip 'there is no /run/sshd, and no mount namespace for one'
  unshare --mount sh "$0" "$adref" inside
  exit
fi
export HOME="$here/home"
mkdir "$HOME"
git config --global user.name 'Aiko Mori'
git config --global user.email aiko@example.org
git config --global init.defaultBranch main
for key in host other aiko; do
  ssh-keygen -q -t ed25519 -N '' -C '' -f "$here/$key"
done
cp "$here/aiko.pub" "$here/authorized"

port=
for try in 1 2 3 4 5; do
  port=$(($(od -An -N2 -tu2 /dev/urandom) % 20000 + 20000))
  cat >"$here/sshd_config" <<.
Port $port
ListenAddress 127.0.0.1
HostKey $here/host
AuthorizedKeysFile $here/authorized
PidFile $here/sshd.pid
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
SetEnv PATH=$PATH
.
  "$sshd" -f "$here/sshd_config" -E "$here/sshd.log" && break
  port=
done
[ -n "$port" ] || skip "$sshd does not start: $(tail -n 1 "$here/sshd.log")"

cat >"$here/ssh_config" <<.
Host *
  UserKnownHostsFile $here/known_hosts
  GlobalKnownHostsFile /dev/null
  IdentityFile none
.
export GIT_SSH_COMMAND="ssh -F $here/ssh_config"
unset SSH_AUTH_SOCK SSH_ASKPASS
git init -q --bare "$here/hub.git"
"$adref" init "$here/work" --sample 2>/dev/null
cd "$here/work" || exit 1
git remote add origin "ssh://127.0.0.1:$port$here/hub.git"

expect 'the host key of the server is not in known_hosts' "$adref" sync
echo "[127.0.0.1]:$port $(cut -d ' ' -f 1-2 "$here/other.pub")" >"$here/known_hosts"
expect 'the server has another host key than the one in known_hosts' "$adref" sync
echo "[127.0.0.1]:$port $(cut -d ' ' -f 1-2 "$here/host.pub")" >"$here/known_hosts"
expect 'the server accepts no key of yours' "$adref" sync
eval "$(ssh-agent -s)" >/dev/null
echo "$SSH_AGENT_PID" >"$here/agent.pid"
ssh-add -q "$here/aiko"
expect 'to origin/main: 1 version, a new branch' "$adref" sync
expect 'nothing new here, and nothing new at origin' "$adref" sync
expect "on the delegation's branch JPN" "$adref" init --from "ssh://127.0.0.1:$port$here/hub.git" \
  --as JPN "$here/tokyo"
expect 'to origin/JPN: a new branch' "$adref" -C "$here/tokyo" sync
printf '#!/bin/sh\necho closed\nexit 1\n' >"$here/hub.git/hooks/pre-receive"
chmod +x "$here/hub.git/hooks/pre-receive"
git commit -q --allow-empty -m more
expect 'remote: closed' "$adref" sync
kill "$(cat "$here/sshd.pid")"
expect 'the server cannot be reached' "$adref" sync
exit $failed
