#!/bin/sh
# Makes a Debian package of what `make install` has put in FOLDER/root:
#
#     .ci/deb.sh FOLDER VERSION -lLIBRARY...
#
# The libraries are those that the program loads late, with what they bring along. dpkg-shlibdeps
# does not see them in the program; it is shown a library that calls the same functions of them
# (FOLDER/late.so), so that it finds their packages and the oldest versions that have them all.
# DEBFULLNAME, DEBEMAIL name the maintainer. The package is FOLDER/../adref_VERSION-1_ARCH.deb.
set -eu
folder=$1
version=$2
shift 2
root=$folder/root
program=$root/usr/bin/adref
share=$root/usr/share
maintainer="${DEBFULLNAME:-The adref maintainers} <${DEBEMAIL:-adref@example.org}>"
export SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || date +%s)}"
date=$(LC_ALL=C date -u -R -d "@$SOURCE_DATE_EPOCH")

# The names of the files that the program opens: "libgit2.so.1.5".
opened() {
  grep -a -o 'lib[a-z0-9-]*[a-z0-9.-]*\.so\.[0-9.]*[0-9]' "$program" | sort -u
}

# The functions that the program finds by their names, from the lists in the headers; those of ICU
# have its version at the end.
functions() {
  icu=$(opened | sed -n 's/^libicui18n\.so\.//p')
  for header in $(grep -l '^#define [A-Za-z_0-9]* ADREF_[A-Z0-9]*_CALL(' src/*/*.h src/*/*/*.h); do
    end=
    [ "$header" != src/clause/icu.h ] || end=_$icu
    sed -n "s/^#define \([A-Za-z_0-9]*\) ADREF_[A-Z0-9]*_CALL(.*/\1$end/p" "$header"
  done
}

make_late() {
  {
    functions | sed 's/.*/extern const char &[];/'
    echo 'const char *const late[] = {'
    functions | sed 's/$/,/'
    echo '0};'
  } >"$folder/late.c"
  ${CC:-gcc} -shared -fPIC -Wl,--no-undefined -Wl,--as-needed -o "$folder/late.so" "$folder/late.c" "$@"
  for file in $(opened); do
    objdump -p "$program" "$folder/late.so" | grep -q "NEEDED *$file\$" || {
      echo "the program opens $file; no list of functions in src/ is of that library" >&2
      exit 1
    }
  done
}

# What "Depends:" says of libraries.
libraries() {
  mkdir -p "$folder/debian"
  printf 'Source: adref\nPackage: adref\nArchitecture: any\n' >"$folder/debian/control"
  (cd "$folder" && dpkg-shlibdeps --ignore-missing-info -O root/usr/bin/adref late.so 2>/dev/null) | sed -n 's/^shlibs:Depends=//p'
}

write_documents() {
  doc=$share/doc/adref
  install -d -m 755 "$doc"
  {
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n'
    printf 'Upstream-Name: adref\n\nFiles: *\n'
    sed -n 's/^Copyright (c) /Copyright: /p' LICENSE
    printf 'License: Expat\n'
    sed '1,/^Copyright/d; /./,$!d' LICENSE | sed 's/^$/./; s/^/ /'
  } | sed '/^License: Expat$/{n;/^ \.$/d;}' >"$doc/copyright"
  {
    printf 'adref (%s-1) unstable; urgency=medium\n\n' "$version"
    printf '  * Package of version %s; changelog.gz says what is new in it.\n\n' "$version"
    printf ' -- %s  %s\n' "$maintainer" "$date"
  } | gzip -9n >"$doc/changelog.Debian.gz"
  gzip -9n <CHANGELOG.md >"$doc/changelog.gz"
  gzip -9n <README.md >"$doc/README.md.gz"
  find "$share/man" -type f ! -name '*.gz' -exec gzip -9nf {} +
}

write_control() {
  install -d -m 755 "$root/DEBIAN"
  cat >"$root/DEBIAN/control" <<END
Package: adref
Version: $version-1
Architecture: $(dpkg --print-architecture)
Maintainer: $maintainer
Installed-Size: $(du -k -s --exclude=DEBIAN "$root" | cut -f 1)
Depends: $(libraries), fonts-noto-core, openssh-client, sensible-utils
Recommends: fonts-noto-cjk, fonts-noto-mono, git, gpg, hunspell-en-gb, hunspell-en-us, tzdata
Suggests: hunspell-de-de, hunspell-es, hunspell-fr, hunspell-id, hunspell-nl
Section: text
Priority: optional
Description: draft, negotiate, redline and sign joint statements
 adref assembles clause templates into a draft of a joint statement, keeps its
 versions in git, merges the changes of delegations into square brackets, shows
 redlines, records agreement paragraph by paragraph, lets parties sign the same
 text, and publishes the final text as HTML and PDF.
END
  (cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
}

make_late "$@"
strip --remove-section=.comment --remove-section=.note "$program"
write_documents
write_control
find "$root" -type d -exec chmod 755 {} +
find "$root" -type f ! -path "$program" -exec chmod 644 {} +
package=$(dirname "$folder")/adref_$version-1_$(dpkg --print-architecture).deb
dpkg-deb --root-owner-group --build "$root" "$package" >/dev/null
lintian --allow-root --fail-on error "$package"
echo "$package"
