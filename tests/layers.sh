#!/bin/sh
# The two laws of src/ (src/README.md): tests/layers.sh [ROOT]
#
# Law 1: a file includes its own folder or one earlier in the alphabet. The doors (cmd/, lsp/,
#        serve/, main.c) may include everything, and nobody includes a door but a door.
#        A folder in a room does the same with the folders beside it, and includes the files of the
#        room itself, which include none of these folders.
# Law 2: one library, one folder, as in the table below. GLib is the common ground everywhere.
set -u
cd "${1:-.}" || exit 2

find src -name '*.[ch]' | sort | xargs awk '
function allow(pattern, folders) { libraries[++count] = pattern; where[count] = folders }

function wrong(words) {
  printf "%s:%d: %s\n", FILENAME, FNR, words
  bad++
}

# The folder below src/ that a path is in; "" for src/ itself.
function folder_of(path) {
  sub(/^src\//, "", path)
  return path ~ /\// ? substr(path, 1, index(path, "/") - 1) : ""
}

# The folder in a room that a path is in; "" for the room itself.
function part_of(path, count, names) {
  sub(/^src\//, "", path)
  count = split(path, names, "/")
  return count > 2 ? names[2] : ""
}

function is_door(folder) { return folder == "cmd" || folder == "lsp" || folder == "serve" }

function check_own(header, own, other) {
  other = folder_of(header)
  if (FILENAME == "src/main.c" || is_door(own))
    return
  if (is_door(other))
    wrong("includes \"" header "\": only cmd/, lsp/, serve/ and main.c may include a door")
  else if (FILENAME != "src/adref.h" && other > own)
    wrong("includes \"" header "\": " own "/ comes before " other "/ (Law 1)")
  else if (FILENAME != "src/adref.h" && other == own && part_of(header) > part_of(FILENAME))
    wrong("includes \"" header "\": a file of " own "/" part_of(FILENAME) " comes before " part_of(header) "/ (Law 1)")
}

function check_library(header, own, i) {
  if (header ~ /^(glib|gio)(\.h|\/)/ || header in system_headers)
    return
  if (header == "jansson.h" && FILENAME == "src/cmd/help.c") # its JSON is of options, which view does not know
    return
  for (i = 1; i <= count; i++)
    if (header ~ libraries[i]) {
      if (index(" " where[i] " ", " " own " ") == 0)
        wrong("includes <" header ">: that library belongs to " where[i] "/ (Law 2)")
      return
    }
  wrong("includes <" header ">: tests/layers.sh does not know whose library that is (Law 2)")
}

BEGIN {
  allow("^pcre2\\.h$", "base")
  allow("^nettle/", "base")
  allow("^cmark\\.h$", "clause")
  allow("^unicode/", "clause")
  allow("^yaml\\.h$", "draft")
  allow("^git2(\\.h$|/)", "history")
  allow("^(pango/|cairo)", "print")
  allow("^(gsf|libxml)/", "exchange")
  allow("^hunspell/", "review")
  allow("^jansson\\.h$", "view")
  n = split("assert ctype dirent dlfcn errno fcntl float ftw inttypes limits locale malloc math poll signal " \
            "dlfcn stdarg stdbool stddef stdint stdio stdlib string strings termios time unistd wchar sys/file " \
            "sys/ioctl sys/mman sys/pidfd sys/resource sys/stat sys/time sys/types sys/wait", names, " ")
  for (i = 1; i <= n; i++)
    system_headers[names[i] ".h"]
}

/^[ \t]*#[ \t]*include/ {
  includes++
  header = $0
  sub(/^[ \t]*#[ \t]*include[ \t]*["<]/, "", header)
  sub(/[">].*$/, "", header)
  own = folder_of(FILENAME)
  if ($0 ~ /</)
    check_library(header, own)
  else if (header !~ /\// && header != "adref.h")
    wrong("includes \"" header "\": write the path from src/, as in \"" own "/" header "\"")
  else
    check_own(header, own)
}

END {
  if (!includes) {
    print "no file with an #include in src/"
    exit 1
  }
  if (bad)
    exit 1
  print includes " includes keep the layers"
}
'
