# adref: the only build system. `make help` lists the targets.
#
# Whatever asks pkg-config or a compiler is evaluated when a recipe needs it, never while this file
# is read: on a fresh machine the first recipe installs them.

VERSION := 0.1.0
PREFIX ?= /usr/local
DESTDIR ?=
BUILD ?= build
ifeq ($(origin CC),default)
CC := gcc
endif
CFLAGS ?= -O2 -g
FUZZ_SECONDS ?= 20
N ?= 100
SEED ?= 1
DIRS ?= clause draft history language merge review sign work

LIBRARIES := glib-2.0 gio-2.0 libgit2 libpcre2-8 nettle icu-uc icu-i18n jansson yaml-0.1 pangocairo libgsf-1 libxml-2.0 hunspell
# To build and to run; for the tests; for asan, valgrind, fuzz, format, bench and .ci/run; for deb.
PACKAGES := gcc libc6-dev make pkg-config libglib2.0-dev libcmark-dev libgit2-dev libpcre2-dev \
	libicu-dev nettle-dev libjansson-dev libyaml-dev libpango1.0-dev libcairo2-dev libgsf-1-dev libxml2-dev libhunspell-dev \
	fonts-noto-core fonts-noto-mono fonts-noto-cjk git openssh-client tzdata hunspell-en-gb hunspell-en-us
CHECK_PACKAGES := check libxml2-utils tidy man-db poppler-utils qpdf gpg gpg-agent fonts-dejavu-core \
	cmark cmark-gfm jq unzip
TOOL_PACKAGES := clang libclang-rt-14-dev llvm clang-format-14 valgrind lowdown groff wiggle diffutils
DEB_PACKAGES := dpkg-dev lintian

WARNINGS := -Wall -Wextra -Wpedantic -Werror -Wshadow -Wconversion -Wstrict-prototypes \
	-Wmissing-prototypes -Wold-style-definition -Wpointer-arith -Wcast-qual -Wwrite-strings \
	-Wformat=2 -Wundef -Wvla -Wimplicit-fallthrough -Wno-error=deprecated-declarations
HARDENING := -D_FORTIFY_SOURCE=2 -fstack-protector-strong
# Reports name lines; more debugging information takes a tenth of the compiler's time.
SANITIZE := -O1 -gline-tables-only -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
# The reviewer is gcc; clang only instruments.
CLANG := CC=clang WARNINGS='-Wall -Wno-unused-variable' HARDENING=

# $(call once,NAME,command): the command's output, asked for once and late.
once = $(eval $(1) := $(shell $(2)))$($(1))
COMPILE_FLAGS = $(call once,COMPILE_FLAGS,pkg-config --cflags $(LIBRARIES) | sed 's/-I/-isystem /g')
LINK_FLAGS = $(call once,LINK_FLAGS,pkg-config --libs $(LIBRARIES))
CHECK_FLAGS = $(call once,CHECK_FLAGS,pkg-config --libs check)
CORES = $(call once,CORES,nproc)

CPPFLAGS += -Isrc -D_GNU_SOURCE -DADREF_VERSION='"$(VERSION)"' -DG_LOG_DOMAIN='"adref"'
ALL_CFLAGS = -std=gnu17 $(WARNINGS) $(HARDENING) -fPIE $(CFLAGS) $(COMPILE_FLAGS)
LINK = $(CC) $(ALL_CFLAGS) -pie -Wl,--as-needed -Wl,-z,relro -Wl,-z,now $(LDFLAGS)
LDLIBS = -lcmark $(LINK_FLAGS) -lm
# What the program loads when it needs it: see clause/icu.h, history/libgit2.h and print/pango.h.
LATE := -licui18n -licuuc -licudata -lgio-2.0 -lgobject-2.0 -lgmodule-2.0 -lgit2 -lpangocairo-1.0 -lpango-1.0 -lharfbuzz -lcairo -lgsf-1 -lxml2 -lhunspell-1.7

DOORS := $(wildcard src/cmd/*.c src/cmd/*/*.c) src/main.c
SOURCES := $(filter-out $(DOORS),$(wildcard src/*/*.c src/*/*/*.c))
HEADERS := $(wildcard src/*.h src/*/*.h src/*/*/*.h)
# adref's words on pages, a table for each language: in the program, for texts without a workspace.
WORD_TABLES := $(sort $(wildcard templates/languages/*.yaml))
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(BUILD)/src/draft/library/builtin_words.o
DOOR_OBJECTS := $(DOORS:%.c=$(BUILD)/%.o)
SUITES := $(patsubst tests/%/suite.c,%,$(sort $(wildcard tests/*/suite.c)))
# The topics of the manual, src/cmd/manual/NAME.md, in the order in which "adref help" lists them.
TOPICS := first-steps notation positions addresses versions redline together word checks precedents agreement signing silence templates paper akn json git
TOPIC_PAGES := $(TOPICS:%=$(BUILD)/adref-%.7)
# No fuzzer needs the rooms behind these.
FUZZED := $(foreach room,base clause draft exchange history language merge print sign view,$(wildcard src/$(room)/*.c src/$(room)/*/*.c)) \
	src/review/fact_changes.c
FUZZERS := $(patsubst tests/fuzz/%.c,%,$(sort $(wildcard tests/fuzz/*.c)))
BENCHES := $(patsubst tests/bench/%.c,%,$(sort $(wildcard tests/bench/*.c)))
FORMATTED := $(wildcard src/*.[ch] src/*/*.[ch] src/*/*/*.[ch] tests/*.[ch] tests/*/*.[ch])

# A recursive make goes on in parallel when nobody has said how parallel it should be.
SUBMAKE = $(MAKE) --no-print-directory $(if $(filter -j% --jobserver%,$(MAKEFLAGS)),,-j$(CORES))

.PHONY: all manual help deps check-deps tools demo check run-check texts soak asan valgrind fuzz run-fuzz mutate witness bench \
	run-bench layers rooms headers check-headers format format-check install dist deb clean FORCE
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/adref
	$(say_count)

help:
	@echo 'make             builds $(BUILD)/adref'
	@echo 'make deps        installs the Debian packages that building needs, when it may; else names them'
	@echo 'make demo        deps; builds; makes the sample statement in $(BUILD)/demo/'
	@echo 'make check       deps; builds; all tests. SUITES="clause draft" for some of them'
	@echo 'make texts       TEXTS=FOLDER: each Markdown file of a folder keeps its words, is imported and circulated'
	@echo 'make soak        500 killed commands, 1,000 saves and 1,000 edits at once, a disk that fails and an init that ends at every call'
	@echo 'make asan        the tests under AddressSanitizer and UndefinedBehaviorSanitizer'
	@echo 'make valgrind    the tests under valgrind'
	@echo 'make fuzz        each fuzzer for FUZZ_SECONDS=$(FUZZ_SECONDS). FUZZERS="text" for some of them'
	@echo 'make witness     LibreOffice accepts and rejects N=$(N) redlines, saves N files that come home, and is the Word of a delegation; N Akoma Ntoso files; checks beside pofilter; sync over ssh. SEED=1'
	@echo 'make mutate      plants N=$(N) faults one at a time and lists those that no test notices. SEED=1 DIRS="clause sign"'
	@echo 'make bench       speed and memory, side by side with other programs. BENCH_LARGE=1: also 5 MB (an hour)'
	@echo 'make layers      who may include whom (Laws 1 and 2 of the design)'
	@echo 'make rooms       draws src/rooms.svg from the includes'
	@echo 'make headers     each header compiles alone, and all together'
	@echo 'make format      clang-format in place; make format-check: says what it would change'
	@echo 'make install     PREFIX=$(PREFIX) DESTDIR=$(DESTDIR)'
	@echo 'make dist        a source archive of the last commit'
	@echo 'make deb         a Debian package of the work folder, $(BUILD)/adref_$(VERSION)-1_*.deb'
	@echo 'make clean       removes $(BUILD)/'

# Packages

# $(call need,packages): installs those that are missing, or says which, and ends with status 2.
need = @.ci/packages.sh $(BUILD)/apt.log $(1)

deps:
	$(call need,$(PACKAGES))

check-deps:
	$(call need,$(PACKAGES) $(CHECK_PACKAGES))

tools:
	$(call need,$(PACKAGES) $(CHECK_PACKAGES) $(TOOL_PACKAGES))

# Building. Counts what it makes; V=1 shows the commands.

say = $(if $(V),,@[ -e $(BUILD)/made ] || echo 'compiling; V=1 shows the commands'; echo $(1) >>$(BUILD)/made;)
# Says how many files were compiled, when there were any.
define say_count
@[ ! -e $(BUILD)/made ] || echo "$$(grep -c CC $(BUILD)/made) files compiled, $$(grep -c LINK $(BUILD)/made) programs linked"
@rm -f $(BUILD)/made
endef

# Holds what objects are made with, so that another compiler or flag makes them anew.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@rm -f $(BUILD)/made
	@command -v $(CC) pkg-config >/dev/null && pkg-config --exists $(LIBRARIES) || \
	  { echo 'something that building needs is missing; "make deps" installs it' >&2; exit 1; }
	@echo '$(subst ','\'',$(CC) $(CPPFLAGS) $(ALL_CFLAGS) $(LDFLAGS))' >$@.new
	@cmp -s $@.new $@ && rm $@.new || { \
	  [ ! -e $@ ] || echo 'other compiler or options than in the last build: all is compiled again'; mv $@.new $@; }

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

# Another PREFIX makes one object anew: that which knows where the starter library is installed.
$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' >$@

$(BUILD)/src/work/starter_library.o: $(BUILD)/prefix
$(BUILD)/src/work/starter_library.o: private CPPFLAGS += -DADREF_LIBRARY='"$(PREFIX)/share/adref"'

$(BUILD)/libadref.a: $(OBJECTS)
	@rm -f $@
	$(call say,AR)$(AR) rcs $@ $^

# The manual in the program: an array of bytes for each topic, ended by 0.
$(BUILD)/src/cmd/topics.c: $(TOPICS:%=src/cmd/manual/%.md) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "cmd/shared/topic.h"'; \
	  for name in $(TOPICS); do \
	    echo "static const unsigned char text_$$(echo $$name | tr - _)[] = {"; \
	    od -An -v -tu1 src/cmd/manual/$$name.md | sed 's/ *\([0-9][0-9]*\)/\1,/g'; \
	    echo '0};'; \
	  done; \
	  echo 'const AdrefTopic adref_topics[] = {'; \
	  for name in $(TOPICS); do \
	    echo "{\"$$name\", (const char *)text_$$(echo $$name | tr - _)},"; \
	  done; \
	  echo '{NULL, NULL}};'; } >$@

# The tables likewise.
$(BUILD)/src/draft/library/builtin_words.c: $(WORD_TABLES) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "draft/library/builtin_words.h"'; \
	  for file in $(WORD_TABLES); do \
	    echo "static const unsigned char text_$$(basename $$file .yaml)[] = {"; \
	    od -An -v -tu1 $$file | sed 's/ *\([0-9][0-9]*\)/\1,/g'; \
	    echo '0};'; \
	  done; \
	  echo 'const AdrefBuiltinWords adref_builtin_words[] = {'; \
	  for file in $(WORD_TABLES); do \
	    echo "{\"$$(basename $$file .yaml)\", (const char *)text_$$(basename $$file .yaml)},"; \
	  done; \
	  echo '{0, 0}};'; } >$@

$(BUILD)/src/cmd/topics.o $(BUILD)/src/draft/library/builtin_words.o: %.o: %.c $(BUILD)/flags
	$(call say,CC)$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/adref: $(DOOR_OBJECTS) $(BUILD)/src/cmd/topics.o $(BUILD)/libadref.a
	$(call say,LINK)$(LINK) -Wl,--export-dynamic-symbol=mbedtls_x509_crt_parse_file -o $@ $^ \
	  $(filter-out $(LATE),$(LDLIBS))

$(BUILD)/adref.1: $(BUILD)/adref
	$< help --man >$@

$(BUILD)/adref-%.7: $(BUILD)/adref
	$< help --man $* >$@

manual: $(BUILD)/adref.1 $(TOPIC_PAGES) $(BUILD)/adref.bash

$(BUILD)/adref.bash: $(BUILD)/adref
	$< help --bash >$@

# Tests. A suite is all the C files of tests/<folder>/, with what all suites may use of tests/.

define suite
$(BUILD)/tests/$(1)/suite: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/$(1)/*.c tests/*.c)) $(BUILD)/libadref.a
	$$(call say,LINK)$$(LINK) -o $$@ $$^ $$(LDLIBS) $$(CHECK_FLAGS)
endef
$(foreach s,$(SUITES),$(eval $(call suite,$(s))))

$(BUILD)/tests/%.o: private CPPFLAGS += -Itests

check: check-deps
	@+$(SUBMAKE) layers run-check

run-check: $(SUITES:%=$(BUILD)/tests/%/suite) $(BUILD)/adref $(BUILD)/tests/fault/shim.so
	$(say_count)
	@ADREF=$(BUILD)/adref tests/run.sh $(SUITES:%=$(BUILD)/tests/%/suite)

# Texts of others, which are not in the repository.

texts: $(BUILD)/adref
	tests/texts.sh $(BUILD)/adref '$(or $(TEXTS),$(error name the folder of texts: make texts TEXTS=FOLDER))'

# Disks that fail, processes that are killed or save at once: few rounds in `check`, many here.

$(BUILD)/tests/fault/shim.so: tests/fault/shim.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(call say,CC)$(CC) -shared -fPIC -O2 -Wall -Wextra -Werror -D_GNU_SOURCE -o $@ $<

soak: $(BUILD)/adref $(BUILD)/tests/fault/shim.so
	ADREF=$(BUILD)/adref tests/fault/kill.sh 500
	ADREF=$(BUILD)/adref tests/fault/together.sh 2 1000
	ADREF=$(BUILD)/adref tests/fault/together.sh 8 1000
	ADREF=$(BUILD)/adref tests/fault/edits.sh 2 1000
	ADREF=$(BUILD)/adref tests/fault/edits.sh 8 1000
	ADREF=$(BUILD)/adref tests/fault/fault.sh $(BUILD)/tests/fault/shim.so
	ADREF=$(BUILD)/adref tests/fault/init.sh $(BUILD)/tests/fault/shim.so
	ADREF=$(BUILD)/adref tests/fault/begin.sh $(BUILD)/tests/fault/shim.so
	ADREF=$(BUILD)/adref tests/fault/read.sh $(BUILD)/tests/fault/shim.so

# The leak finder of LLVM 14 takes some addresses of thread storage in libraries that are loaded late
# for an old C library's header, and crashes (asan and fuzz): it need not know of that storage.
asan: export ASAN_OPTIONS := detect_leaks=1:detect_stack_use_after_return=1:intercept_tls_get_addr=0
asan: export UBSAN_OPTIONS := print_stacktrace=1
asan: export LSAN_OPTIONS := suppressions='$(abspath tests/lsan.supp)':print_suppressions=0
asan: export CK_FORK := no
asan: export G_SLICE := always-malloc
asan: export ADREF_FEWER := 4
asan: tools
	@+$(SUBMAKE) BUILD=$(BUILD)/asan $(CLANG) CFLAGS='$(SANITIZE)' run-check

valgrind: export CK_FORK := no
valgrind: export G_SLICE := always-malloc
valgrind: export ADREF_FEWER := 4
valgrind: export WRAPPER := valgrind -q --error-exitcode=9 --leak-check=full \
	--show-leak-kinds=definite,indirect --errors-for-leak-kinds=definite,indirect \
	--suppressions=tests/valgrind.supp
valgrind: tools
	@+$(SUBMAKE) run-check

# Fuzzers. What a run has found is in $(BUILD)/fuzz/found/; once mended it goes to the corpus.

$(BUILD)/tests/fuzz/%: $(BUILD)/tests/fuzz/%.o $(BUILD)/libadref.a
	$(call say,LINK)$(LINK) -fsanitize=fuzzer -o $@ $^ $(LDLIBS)

fuzz: export ASAN_OPTIONS := detect_leaks=1:intercept_tls_get_addr=0
fuzz: export UBSAN_OPTIONS := print_stacktrace=1
fuzz: export LSAN_OPTIONS := suppressions='$(abspath tests/lsan.supp)':print_suppressions=0
fuzz: export G_SLICE := always-malloc
fuzz: tools
	@+$(SUBMAKE) BUILD=$(BUILD)/fuzz $(CLANG) CFLAGS='-fsanitize=fuzzer-no-link $(SANITIZE)' \
	  SOURCES='$(FUZZED)' run-fuzz

run-fuzz: $(FUZZERS:%=$(BUILD)/tests/fuzz/%)
	@FUZZ_SECONDS=$(FUZZ_SECONDS) FUZZ_RUNS=$(FUZZ_RUNS) tests/fuzz/run.sh $(BUILD) $(FUZZERS)

# Faults that are planted, to see whether a test notices them.

mutate: tools
	@tests/mutate/mutate.pl $(BUILD) $(N) $(SEED) $(DIRS)

# Other programs as witnesses that take too long for each run: LibreOffice reads tracked changes,
# sshd is what adref sync talks to.

witness: all
	@/usr/bin/python3 tests/witness/tracked.py $(BUILD)/adref $(N) $(SEED)
	@ADREF_LIBRARY='$(CURDIR)' /usr/bin/python3 tests/witness/returned.py $(BUILD)/adref $(N) $(SEED)
	@sh tests/witness/talks_in_word.sh $(BUILD)/adref
	@ADREF_LIBRARY='$(CURDIR)' /usr/bin/python3 tests/witness/akn.py $(BUILD)/adref $(N) $(SEED)
	@/usr/bin/python3 tests/witness/pofilter.py $(BUILD)/adref
	@sh tests/witness/sync_ssh.sh $(BUILD)/adref

# Speed and memory

$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(BUILD)/libadref.a
	$(call say,LINK)$(LINK) -o $@ $^ $(LDLIBS)

bench: tools
	@+$(SUBMAKE) run-bench

run-bench: $(BUILD)/adref $(BENCHES:%=$(BUILD)/tests/bench/%)
	@$(BUILD)/tests/bench/bench $(BUILD)
	@$(BUILD)/tests/bench/history $(BUILD) $(if $(BENCH_LARGE),large)
	@$(BUILD)/tests/bench/signing $(BUILD)
	@$(BUILD)/tests/bench/precedents
	@$(BUILD)/tests/bench/precedent_accuracy
	@$(BUILD)/tests/bench/word $(BUILD)
	@$(BUILD)/tests/bench/merge $(BUILD)
	@$(BUILD)/tests/bench/scale $(BUILD) $(if $(BENCH_COUNT),callgrind)

# Order

layers:
	@tests/layers.sh
	@tests/rooms.sh --check

rooms:
	@tests/rooms.sh

headers:
	@+$(SUBMAKE) check-headers

check-headers: $(HEADERS:%=$(BUILD)/headers/%) $(BUILD)/headers/all
	@echo '$(words $(HEADERS)) headers compile alone, and together'

# One name has one meaning: all headers in one file.
$(BUILD)/headers/all: $(HEADERS) $(BUILD)/flags
	@mkdir -p $(@D)
	@printf '#include "%s"\n' $(HEADERS:src/%=%) >$@.c
	@$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -fsyntax-only -x c $@.c
	@touch $@

$(BUILD)/headers/%.h: %.h $(BUILD)/flags
	@mkdir -p $(@D)
	@$(CC) $(CPPFLAGS) $(ALL_CFLAGS) -fsyntax-only -MMD -MP -MT $@ -MF $(@:.h=.d) -x c $<
	@touch $@

format:
	@clang-format-14 -i $(FORMATTED)

format-check:
	@printf '%s\0' $(FORMATTED) | xargs -0 -n 100 -P $(CORES) clang-format-14 --dry-run --Werror
	@echo '$(words $(FORMATTED)) files are formatted'

# The main job on the sample.

demo: deps
	@+$(SUBMAKE) all
	@tests/demo.sh $(BUILD)/adref $(BUILD)/demo

# Installing

SHARE = $(DESTDIR)$(PREFIX)/share
STARTER = $(shell find templates statements/japan-asean-2023 -type f)

install: $(BUILD)/adref manual
	install -d $(DESTDIR)$(PREFIX)/bin $(SHARE)/man/man1 $(SHARE)/man/man7 $(SHARE)/bash-completion/completions
	install -m 755 $(BUILD)/adref $(DESTDIR)$(PREFIX)/bin/adref
	install -m 644 $(BUILD)/adref.1 $(SHARE)/man/man1/adref.1
	install -m 644 $(TOPIC_PAGES) $(SHARE)/man/man7/
	install -m 644 $(BUILD)/adref.bash $(SHARE)/bash-completion/completions/adref
	@for file in $(STARTER); do install -D -m 644 "$$file" "$(SHARE)/adref/$$file"; done
	@echo 'installed the starter library in $(SHARE)/adref'

dist:
	@mkdir -p $(BUILD)
	git archive --format=tar --prefix=adref-$(VERSION)/ HEAD | gzip -9n >$(BUILD)/adref-$(VERSION).tar.gz
	@echo '$(BUILD)/adref-$(VERSION).tar.gz'

# Built for /usr; the next `make` makes the object that knows it anew.
deb:
	$(call need,$(PACKAGES) $(DEB_PACKAGES))
	@rm -rf $(BUILD)/deb/root
	@+$(SUBMAKE) PREFIX=/usr DESTDIR=$(BUILD)/deb/root install
	@.ci/deb.sh $(BUILD)/deb $(VERSION) $(LATE)

clean:
	rm -rf $(BUILD)

-include $(OBJECTS:.o=.d) $(DOOR_OBJECTS:.o=.d) $(wildcard $(BUILD)/tests/*/*.d $(BUILD)/headers/*/*/*.d $(BUILD)/headers/*/*/*/*.d)
