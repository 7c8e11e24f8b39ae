#!/usr/bin/perl
# Plants one fault at a time in a copy of the sources, runs the tests that reach it, and lists the
# faults that no test noticed:
#
#     tests/mutate/mutate.pl BUILD [N [SEED [FOLDER...]]]
#
# N faults (100) are drawn by SEED (1; also the id of a commit, or its first digits) from all places
# of the folders of src/ (MUTATED below) where one can be planted. A fault that does not compile is
# replaced by another, and so is one of which the compiler makes the same machine code as of the
# healthy source. The copy, its objects and what is remembered from run to run are in BUILD/mutate.
#
# The tests are taken in units: one test of a suite, or one transcript of tests/cli. Each unit runs
# once with a library that records which blocks of code it reaches (coverage.c). A fault is tried on
# all units that reach its block, first on the likely ones: those that noticed faults of this file
# or folder before, that are of its folder, that are quick; but not on a unit of more than ten seconds that
# is of another folder. Then, for ten seconds of processor time, on others that reach its function.
# The first test that fails ends the trial. A process that uses five times the
# processor time of the healthy unit is stopped: noticed, too. A fault that survives is tried once more
# on the units that reach the block, now with its file compiled with the sanitizers of "make asan",
# which see a step behind an array that decides nothing.
# As many trials run at once as there are processors, or as MUTATE_JOBS says; each has programs and a
# library of its own (BUILD/mutate/trial1 ...), and the result is the same.
# MUTATE_FAULTS names a file of faults that somebody chose, which are tried instead of drawn ones: a
# line for each, "FILE<tab>OLD<tab>NEW", where the words OLD stand once in the source FILE.
# A trial ends after units of 45 seconds of processor time, with sanitizers of 15: what is noticed at
# all is nearly always noticed by the first ones. MUTATE_SECONDS is another number of seconds, or "inf".
# MUTATE_FAST leaves the transcripts out; MUTATE_STALE believes what a unit reached in an older library, and records only units that
# changed: in a file that is the same but for its folder and its includes this is exact, in another
# each unit that reached the function counts. With each of these more faults may survive. The status
# is 0 when at least 85 % were noticed.
use strict;
use warnings;
use Cwd qw(abs_path);
use Digest::SHA qw(sha1_hex);
use POSIX qw(nice ceil WNOHANG :sys_wait_h);
use Time::HiRes qw(time);

my ($build, $count, $seed, @folders) = @ARGV;
die "mutate.pl BUILD [N [SEED [FOLDER...]]]\n" unless $build;
$count ||= 100;
$seed  ||= 1;
die "$seed is no seed: a number, or digits of a commit's id\n" unless $seed =~ /^[0-9a-f]+$/i;
$seed = hex substr $seed, 0, 8 if $seed =~ /[a-f]/i;

my @MUTATED = qw(clause draft history language merge review sign work);
@folders = @MUTATED unless @folders;

nice(5);
system("mkdir -p '$build/mutate'") == 0 or exit 2;
my $base = abs_path("$build/mutate");
my $copy = "$base/copy";
my $log  = "$base/log";
my ($plain, $covered) = ("$base/plain", "$base/coverage"); # what is built without and with coverage
chomp(my $processors = `nproc`);
my $jobs = $ENV{MUTATE_JOBS} || $processors || 1;
my $most = $ENV{MUTATE_SECONDS} || 45; # seconds of processor time of the units of one trial
my $temporary; # where the tests of this process have their files

sub run {
  my ($command) = @_;
  return system("( $command ) >>'$log' 2>&1") == 0;
}

sub read_file {
  my ($name) = @_;
  open my $file, '<:raw', $name or die "$name: $!\n";
  local $/;
  return scalar <$file>;
}

# Through a new file: a run that was stopped never leaves half of one.
sub write_file {
  my ($name, $text) = @_;
  open my $file, '>:raw', "$name.new" or die "$name: $!\n";
  print $file $text;
  close $file or die "$name: $!\n";
  rename "$name.new", $name or die "$name: $!\n";
}

sub lines_of {
  my ($name) = @_;
  return -e $name ? split /\n/, read_file($name) : ();
}

# Does $work for each task that $next gives, in as many processes at once as there are jobs. $next
# gets the number of tasks that are not yet done, $done a task and what $work returned for it.
sub in_parallel {
  my ($next, $work, $done) = @_;
  my %running;
  while (1) {
    for my $slot (grep { !$running{$_} } 1 .. $jobs) {
      my $task = $next->(scalar keys %running) // last;
      pipe(my $out, my $in) or die "pipe: $!\n";
      my $child = fork // die "fork: $!\n";
      if ($child == 0) {
        $log = "$base/log$slot";
        $temporary = temporary_folder($slot);
        print $in $work->($task, $slot);
        close $in;
        run("rm -rf '$temporary'");
        POSIX::_exit(0);
      }
      close $in;
      $running{$slot} = { child => $child, out => $out, task => $task };
    }
    last unless %running;
    my $child = wait;
    my ($slot) = grep { $running{$_}{child} == $child } keys %running or next;
    exit 2 if $? != 0; # it said why
    local $/;
    my $ended = delete $running{$slot};
    $done->($ended->{task}, readline($ended->{out}) // '');
  }
}

# In memory where there is room, as the tests have it.
sub temporary_folder {
  my ($slot) = @_;
  my $folder = (-w '/dev/shm' ? '/dev/shm' : $base) . "/adref-mutate-$$-$slot";
  run("rm -rf '$folder' && mkdir -p '$folder'") or die "$folder: cannot be made\n";
  return $folder;
}

# The copy.

# Files that did not change keep their time, so that only the others are compiled. Returns a digest
# of what the library is made of.
sub copy_sources {
  my %kept;
  my $digest = '';
  for my $name (split /\0/, `git ls-files -z -co --exclude-standard`) {
    next unless -f $name;
    $kept{$name} = 1;
    my $text = read_file($name);
    $digest .= "$name " . sha1_hex($text) . "\n" if $name =~ m{^(src/.*\.[ch]|tests/mutate/coverage\.c|templates/.*)$};
    next if -e "$copy/$name" && read_file("$copy/$name") eq $text;
    my ($folder) = "$copy/$name" =~ m{(.*)/};
    -d $folder or run("mkdir -p '$folder'") or die "$folder: cannot be made\n";
    write_file("$copy/$name", $text);
    chmod((stat $name)[2] & 0777, "$copy/$name");
  }
  for my $name (split /\0/, `cd '$copy' && find . -type f -printf '%P\\0'`) {
    unlink "$copy/$name" unless $kept{$name};
  }
  return sha1_hex($digest);
}

# Building. The library of all of src/ but main.c is a shared one, which alone is linked anew.

my $packages = 'glib-2.0 gio-2.0 libgit2 libpcre2-8 nettle icu-uc icu-i18n jansson yaml-0.1 pangocairo libgsf-1 hunspell check';
chomp(my $libraries = "-lcmark " . `pkg-config --libs $packages`);

my $linker = system('command -v ld.gold >/dev/null') == 0 ? '-fuse-ld=gold' : ''; # twice as quick

sub link_command {
  my ($into, $output, @what) = @_;
  return "gcc $linker -o '$into/$output' @what -Wl,--as-needed $libraries -pthread";
}

sub library_command {
  my ($into, @objects) = @_;
  return link_command($into, 'libadref.so.new', '-shared -Wl,-Bsymbolic', map { /^-/ ? $_ : "'$_'" } @objects)
    . " && mv '$into/libadref.so.new' '$into/libadref.so'";
}

sub objects_of {
  my ($into) = @_;
  return map { "$into/src/" . ($_ =~ s{^\Q$copy/src/\E}{}r =~ s{c$}{o}r) } glob "$copy/src/*/*.c $copy/src/*/*/*.c";
}

my $sanitizers = '-fsanitize=address,undefined -fno-sanitize-recover=all';

# Links programs into a folder for the library of that folder, which is made later; with sanitizers
# for a library that needs their runtime.
sub link_programs {
  my ($into, $how, %programs) = @_;
  run("mkdir -p '$into'") or die "$into: cannot be made\n";
  for my $program (keys %programs) {
    my @objects = map { "'$_'" } @{ $programs{$program} };
    run(link_command($into, $program, $how, @objects, "-L'$into' -L'$plain' -ladref -Wl,-rpath,'$into'"))
      or die "$program does not link; see $log\n";
  }
}

my @suites;
my %programs; # -> the objects of each, of the plain build, which all libraries share

sub build_all {
  my ($into, $how) = @_;
  my @libraries = (objects_of($into), "$into/src/cmd/topics.o", "$into/src/draft/library/builtin_words.o");
  %programs = (adref => ["$plain/src/main.o"]);
  for my $suite (@suites) {
    $programs{"$suite.suite"} = [map { "$plain/tests/" . ($_ =~ s{^\Q$copy/tests/\E}{}r =~ s{c$}{o}r) }
        glob "$copy/tests/$suite/*.c $copy/tests/*.c"];
  }
  my %all = map { $_ => 1 } @libraries, grep { m{^\Q$into/\E} } map { @$_ } values %programs;
  my $targets = join ' ', map { "'$_'" } sort keys %all;
  run("cd '$copy' && make -s -j2 BUILD='$into' $how HARDENING= $targets '$into/tests/fault/shim.so'")
    or die "the copy does not build; see $log\n";
  run("gcc -O2 -fPIC -c -o '$into/recorder.o' '$copy/tests/mutate/coverage.c'") or die "see $log\n";
  push @libraries, "$into/recorder.o" if $into eq $covered;
  run(library_command($into, @libraries)) or die "the library does not link; see $log\n";
  link_programs($into, '', %programs);
  return @libraries;
}

# The folder of each trial that runs at once: the programs, for a library of its own. They name its
# folder, so that a copy of adref at another place finds it, too.
sub make_trial_folders {
  for my $slot (1 .. $jobs) {
    my $own = "$base/trial$slot";
    run("rm -rf '$own'; : >'$base/log$slot'");
    link_programs($own, '', %programs);
    link_programs("$own/careful", $sanitizers, %programs);
    run("ln -s '$plain/tests' '$own/tests' && ln -s '$plain/tests' '$own/careful/tests'") or die "$own: cannot be made\n";
  }
}

# Units: "suite TCase test", or "cli transcript".

my %file_of; # unit -> its own file

sub units {
  for my $suite (grep { $_ ne 'cli' } @suites) {
    for my $name (map { substr $_, length("$copy/") } glob "$copy/tests/$suite/*.c") {
      my $case;
      for (read_file("$copy/$name") =~ /(tcase_create\("\w+"\)|tcase_add_(?:loop_)?test\(\w+,\s*\w+)/g) {
        /"(\w+)"/ ? ($case = $1) : /(\w+)$/ && ($file_of{"$suite $case $1"} = $name);
      }
    }
  }
  unless ($ENV{MUTATE_FAST}) {
    for my $name (map { substr $_, length("$copy/") } glob("$copy/tests/cli/*.md $copy/src/cmd/manual/*.md"), "$copy/README.md") {
      $file_of{"cli " . ($name =~ s{.*/}{}r)} = $name;
    }
  }
  return sort keys %file_of;
}

# Runs one unit and says whether all its tests passed; stops it at the first that fails. `limit` is
# the processor time that one process may use, in seconds.
sub passes {
  my ($into, $unit, $limit, %environment) = @_;
  my ($suite, $case, $test) = split / /, $unit;
  pipe(my $out, my $in) or die "pipe: $!\n";
  my $child = fork // die "fork: $!\n";
  if ($child == 0) {
    setpgrp;
    POSIX::dup2(fileno $in, 3);
    open STDIN, '<', '/dev/null';
    open STDOUT, '>>', $log;
    open STDERR, '>&', \*STDOUT;
    %ENV = (%ENV, %environment, ADREF => "$into/adref", CK_VERBOSITY => 'silent', CK_TIMEOUT_MULTIPLIER => 20,
      TMPDIR => $temporary, GLIBC_TUNABLES => 'glibc.malloc.tcache_count=0', # so that small blocks are filled, too
      $test ? (CK_RUN_CASE => $case, ADREF_TEST => $test) : (ADREF_ONLY => $case eq 'README.md' ? $case : "/$case"), CK_TAP_LOG_FILE_NAME => '/dev/fd/3');
    chdir $copy;
    my $space = $into =~ /careful$/ ? '' : 'ulimit -v 8000000;'; # sanitizers reserve terabytes
    exec 'sh', '-c', "ulimit -t $limit; $space exec '$into/$suite.suite'";
  }
  close $in;
  my $passed = watch($child, $out, 60 + 20 * $limit);
  stop($child);
  return $passed;
}

# Check ends the test that runs, in a process group of its own, when it is asked to end.
sub stop {
  my ($child) = @_;
  my $end = time + 1;
  kill 'TERM', $child;
  while (waitpid($child, WNOHANG) == 0) {
    last if time > $end;
    select undef, undef, undef, 0.01;
  }
  kill 'KILL', -$child;
  waitpid $child, 0;
}

sub failed {
  my ($test) = @_;
  run("echo '" . ($test =~ s/'/"/gr) . "'");
  return 0;
}

# Reads what Check writes about each test when it has ended, in TAP.
sub watch {
  my ($child, $out, $patience) = @_;
  my ($text, $end, $ended) = ('', time + $patience, 0);
  while (time < $end) {
    my $ready = '';
    vec($ready, fileno $out, 1) = 1;
    if (select $ready, undef, undef, 0.05) {
      my $got = sysread $out, $text, 65536, length $text;
      return failed($1) if $text =~ /^(not ok.*)/m;
      next if $got;
    }
    my $done = waitpid $child, WNOHANG;
    next unless $done == $child;
    my $status = $?;
    1 while sysread $out, $text, 65536, length $text;
    return $status == 0 && $text =~ /^ok/m && $text !~ /^not ok/m;
  }
  return 0;
}

# Coverage. A library is known by the digest of what it is made of (copy_sources); its blocks are
# kept in BUILD/mutate/blocks/, and each unit in BUILD/mutate/reached/ names the library it ran with.

# A file as all libraries call it: without the folders in its room, which may change.
sub name_of {
  my ($file) = @_;
  return $file =~ s{^src/(\w+)/.*/}{src/$1/}r;
}

# The digest of a source without its includes, which change when a file moves.
my %digests;
sub digest_of {
  my ($file) = @_;
  return $digests{$file} //= -f "$copy/$file" ? substr sha1_hex(join "\n", grep { !/^#include / } lines_of("$copy/$file")), 0, 12 : 'none';
}

# Writes the table of the library's blocks, in the order of the recorded bytes; returns their number.
sub write_blocks {
  my ($library) = @_;
  my $table = "$base/addresses";
  write_file($table, '');
  local $ENV{ADREF_COVERAGE} = $table;
  run("'$covered/adref' help") or die "the program with coverage does not run; see $log\n";
  my $text = `llvm-symbolizer --obj='$covered/libadref.so' --output-style=LLVM --functions=linkage --no-inlines <'$table'`;
  my $blocks = '';
  for (split /\n\n/, $text) {
    my ($function, $place) = split /\n/;
    my ($file, $line, $column) = $place =~ m{(?:^|/)(src/[\w/]+\.\w+):(\d+):(\d+)};
    $blocks .= join("\t", $file ? (name_of($file), digest_of($file), $line, $column) : ('', '', 0, 0), $function) . "\n";
  }
  run("mkdir -p '$base/blocks'");
  write_file("$base/blocks/$library", $blocks);
  return $blocks =~ tr/\n//;
}

my (%blocks, %digest_in); # library -> file -> function -> [number, line, column] ...; library -> file

sub read_blocks {
  my ($library) = @_;
  my $i = 0;
  for (lines_of("$base/blocks/$library")) {
    my ($file, $digest, $line, $column, $function) = split /\t/;
    $digest_in{$library}{$file} = $digest;
    push @{ $blocks{$library}{$file}{$function} }, [$i, $line, $column];
    $i++;
  }
}

# What a unit depends on besides the library: the files of its suite, or its transcript.
my %key_of_files;
sub key_of {
  my ($unit, $library) = @_;
  my ($suite) = split / /, $unit;
  my $own = $suite eq 'cli' ? 'tests/cli/*.[ch] tests/cli/*.sh tests/cli/library' : "tests/$suite tests/golden tests/spec.md";
  $key_of_files{$suite} //= do {
    my $list = `cd '$copy' && find tests/*.[ch] tests/*.conf $own -type f 2>/dev/null | LC_ALL=C sort`;
    join "\n", map { sha1_hex(read_file("$copy/$_")) } split /\n/, $list;
  };
  return sha1_hex(join "\n", $library, $key_of_files{$suite}, own_key_of($unit));
}

# The digest of the unit's own file alone, without its includes, which change when a source moves.
sub own_key_of {
  my ($unit) = @_;
  return digest_of($file_of{$unit});
}

sub record_of {
  my ($unit) = @_;
  return "$base/reached/" . ($unit =~ tr{ /}{,_}r);
}

# Runs a unit and writes its record: a line with its keys, the library, its processor time and its
# seconds, then a bit for each block of the library.
sub record_unit {
  my ($unit, $library, $count) = @_;
  my $map = "$temporary/map";
  write_file($map, "\0" x $count);
  my ($began, $used) = (time, (times)[2] + (times)[3]);
  my $passed = passes($covered, $unit, 600, ADREF_COVERAGE => $map);
  my @times = $passed ? ((times)[2] + (times)[3] - $used, time - $began) : (0, 0);
  my $bits = $passed ? pack 'b*', read_file($map) =~ tr/\0\1/01/r : '';
  write_file(record_of($unit), sprintf("%s\t%s\t%s\t%.3f\t%.3f\n", key_of($unit, $library), own_key_of($unit), $library, @times) . $bits);
  return $passed ? '' : "$unit is left out: it fails without any fault; see $log\n";
}

# The units whose record is missing or of other tests; or, but for MUTATE_STALE, of another library.
sub unknown_units {
  my ($library) = @_;
  my @unknown;
  for my $unit (units()) {
    my ($head) = -e record_of($unit) ? read_file(record_of($unit)) =~ /^(.*)\n/ : '';
    my ($key, $own_key) = split /\t/, $head;
    push @unknown, $unit if $ENV{MUTATE_STALE} ? ($own_key // '') ne own_key_of($unit) : ($key // '') ne key_of($unit, $library);
  }
  return @unknown;
}

my (%time_of, %bits_of); # unit; library -> unit -> bits

# Runs the units that are not known with this library, and reads what each reaches.
sub read_coverage {
  my ($library, $build) = @_;
  run("mkdir -p '$base/reached'");
  if (my @unknown = unknown_units($library)) {
    printf "running what is not known yet, %d tests, to see what it reaches\n", scalar @unknown;
    $build->();
    my $count = write_blocks($library);
    in_parallel(sub { shift @unknown }, sub { record_unit($_[0], $library, $count) }, sub { print $_[1] });
  }
  for my $unit (units()) {
    my ($head, $bits) = read_file(record_of($unit)) =~ /\A([^\n]*)\n(.*)\z/s;
    (undef, undef, my $own, @{ $time_of{$unit} }{qw(processor clock)}) = split /\t/, $head;
    $bits_of{$own}{$unit} = $bits;
  }
  read_blocks($_) for keys %bits_of;
  unlink grep { !$bits_of{s{.*/}{}r} } glob "$base/blocks/*";
}

# The name of the function that a line of a file is in, or undef between functions: the word before
# the bracket above its "{" in the first column.
sub function_at {
  my ($file, $line) = @_;
  my @text = lines_of("$copy/$file");
  my $at = $line - 1;
  $at-- while $at >= 0 && $text[$at] !~ /^[{}]/;
  return unless $at > 0 && $text[$at] =~ /^\{/;
  $at-- while $at > 0 && $text[$at - 1] =~ /\S/ && $text[$at - 1] !~ /[;}]$|\*\/$|^#/;
  my ($name) = join(' ', @text[$at .. $at + 3]) =~ /(\w+)\(/;
  return $name;
}

# The numbers of the blocks that a place is in, in a library, and of those of the functions that it
# may be in. Since a block begins where its first instruction stands, the place is taken to be in the
# last block that begins before it, in those of the same line, and in the next one.
sub blocks_at {
  my ($library, $file, $line, $column) = @_;
  my $functions = $blocks{$library}{ name_of($file) } or return ([], []);
  my $function = function_at($file, $line);
  my @of = sort { $a->[1] <=> $b->[1] || $a->[2] <=> $b->[2] || $a->[0] <=> $b->[0] }
    map { @$_ } $function && $functions->{$function} ? $functions->{$function} : values %$functions;
  my @all = map { $_->[0] } @of;
  return (\@all, \@all)
    unless $function && $functions->{$function} && $digest_in{$library}{ name_of($file) } eq digest_of($file);
  my @before = grep { $_->[1] > 0 && ($_->[1] < $line || ($_->[1] == $line && $_->[2] <= $column)) } @of;
  my @after = grep { $_->[1] > $line || ($_->[1] == $line && $_->[2] > $column) } @of;
  my %places = map { ("$_->[1]:$_->[2]" => 1) } @before ? $before[-1] : (), @after && $after[0][1] <= $line + 2 ? $after[0] : ();
  $places{"$_->[1]:$_->[2]"} = 1 for grep { $_->[1] == $line } @of;
  return ([map { $_->[0] } grep { $places{"$_->[1]:$_->[2]"} } @of], \@all);
}

# The trial.

my %killers; # file or folder -> unit -> faults noticed
my %learned = map { my ($file, $unit, $times) = split /\t/; ("$file\t$unit" => $times) } lines_of("$base/killers");
$killers{ (split /\t/)[0] }{ (split /\t/)[1] } = $learned{$_} for keys %learned;

sub remember {
  my ($file, $unit) = @_;
  my ($folder) = $file =~ m{src/(\w+)/};
  $killers{$_}{$unit}++ for $file, $folder;
  my $text = '';
  for my $name (sort keys %killers) {
    $text .= "$name\t$_\t$killers{$name}{$_}\n" for sort keys %{ $killers{$name} };
  }
  write_file("$base/killers", $text);
}

# The units that a fault at a place is tried on, the likely and quick ones first: those that reach
# its blocks, and others that reach its function.
sub units_for {
  my ($file, $line, $column) = @_;
  my ($folder, $noun) = $file =~ m{src/(\w+)/(?:\w+/)?(\w+)\.c};
  my (%cost, %near);
  for my $library (keys %bits_of) {
    my ($blocks, $all) = blocks_at($library, $file, $line, $column);
    for my $unit (keys %{ $bits_of{$library} }) {
      my $bits = \$bits_of{$library}{$unit};
      next unless grep { vec $$bits, $_, 1 } @$all;
      my ($suite, $case) = split / /, $unit;
      next if $time_of{$unit}{processor} > 10 && $suite ne $folder;
      $near{$unit} = 1 if grep { vec $$bits, $_, 1 } @$blocks;
      my $chance = 0.05 + ($killers{$file}{$unit} || 0) + 0.1 * ($killers{$folder}{$unit} || 0)
        + ($suite eq $folder ? 0.5 : 0) + ($case eq $noun ? 3 : 0);
      $cost{$unit} = ($time_of{$unit}{clock} + 0.05) / $chance;
    }
  }
  my @sorted = sort { $cost{$a} <=> $cost{$b} || $a cmp $b } keys %cost;
  return ([grep { $near{$_} } @sorted], [grep { !$near{$_} } @sorted]);
}

my %trusted; # units that pass in the plain build without any fault

sub limit_of {
  my ($unit) = @_;
  return ceil(1 + 5 * $time_of{$unit}{processor});
}
# The places.

# The text with comments, strings, characters and preprocessor lines blanked, so that offsets stay.
sub code_of {
  my ($text) = @_;
  my $blank = sub { my $s = shift; $s =~ s/[^\n]/ /g; return $s };
  $text =~ s{(/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')}{$blank->($1)}gse;
  $text =~ s{^([ \t]*#(?:[^\n]*\\\n)*[^\n]*)}{$blank->($1)}gme;
  return $text;
}

my %exchange = (
  '==' => '!=', '!=' => '==', '<' => '<=', '<=' => '<', '>' => '>=', '>=' => '>',
  '&&' => '||', '||' => '&&', '+' => '-', '-' => '+', 'TRUE' => 'FALSE', 'FALSE' => 'TRUE',
);

# All places of a file: [offset, length, replacement, kind]. What shows in no result is left out:
# memory that is not freed, how much of it is asked for or declared and what the C library is told
# about it (valgrind and sanitizers look at memory), how many threads there are, the order of
# arguments where it means nothing, and how large the 1 of "-1" is: GLib and ICU take each negative
# length alike, and so does a sort each negative order.
sub places_of {
  my ($code) = @_;
  my @places;
  my $hide = sub { $_[0] =~ s/[^\n]/@/gr };
  $code =~ s/\b(?:g_array_new|g_array_sized_new|g_string_sized_new|g_new0?|g_malloc0?|mallopt|madvise)\([^;]*/$hide->($&)/ge;
  # threads
  $code =~ s/[^;{}]*\bg_get_num_processors\([^;{]*/$hide->($&)/ge;
  # the size of an array that is declared
  $code =~ s/\b(?:char|guchar|guint\d*|gsize|int|UChar|gunichar) \w+\[\d+\](?:, \w+\[\d+\])*[,;]/$hide->($&)/ge;
  # a loop that only frees
  $code =~ s/\bfor \([^{}\n]*\)\n +(?!adref_node_)\w*free\([^{};]*\);/$hide->($&)/ge;
  while ($code =~ / (==|!=|<=|>=|<|>|&&|\|\||\+|-) (?=[^=])/g) {
    my ($sign, $at) = ($1, $-[1]);
    my $kind = $sign =~ /^[<>]/ ? 'boundary' : $sign =~ /[&|]/ ? 'condition' : $sign =~ /=/ ? 'comparison' : 'arithmetic';
    push @places, [$at, length $sign, $exchange{$sign}, $kind];
  }
  $code =~ s/(?<=[(,?:] )-1\b|(?<=\()-1\b|(?<=return )-1\b/$hide->($&)/ge;
  while ($code =~ /\b(TRUE|FALSE)\b/g) {
    push @places, [$-[1], length $1, $exchange{$1}, 'constant'];
  }
  while ($code =~ /(?<![\w.])(\d+)(?![\w.])/g) {
    push @places, [$-[1], length $1, $1 + 1, 'constant'];
  }
  # "if (!x" and "&& !x": the sign goes
  while ($code =~ /(?<=[( ])(!)(?=[A-Za-z_*(])/g) {
    push @places, [$-[1], 1, '', 'condition'];
  }
  # one of several conditions goes
  while ($code =~ /((?:&&|\|\|) [\w!>.\->*]+(?:\((?:[^()]|\([^()]*\))*\))?)(?=\)| &&| \|\|)/g) {
    push @places, [$-[1], length $1, '', 'condition'];
  }
  $code =~ s/\b(?:MAX|MIN|g_str_equal|g_bytes_equal|g_strv_equal)\(/$hide->($&)/ge;
  $code =~ s/\bg_hash_table_new_full\([^;]*/$hide->($&)/ge; # who frees keys and values
  $code =~ s/\b(?:strcmp|g_strcmp0|strncmp|memcmp|g_ascii_strn?casecmp)(?=\([^()]*\) [!=]= 0)\(/$hide->($&)/ge;
  # two neighbouring arguments, simple ones
  while ($code =~ /(?<=[(,])(\s*)([\w>.&-]+), ([\w>.&-]+)(?=[,)])/g) {
    my ($first, $second, $at, $end) = ($2, $3, $-[2], $+[3]);
    next if $first eq $second || "$first$second" =~ /^error|error$|^\d|\bvoid\b/;
    push @places, [$at, $end - $at, "$second, $first", 'arguments'];
  }
  # a statement goes: a call or an assignment on a line of its own
  while ($code =~ /^(  +)((?:[\w>.*\[\]-]+ (?:[+|-]?=) [^;{}\n]+|[a-z]\w+\([^;{}\n]*\));)$/gm) {
    my ($statement, $at) = ($2, $-[2]);
    next if $statement =~ /^(\w*(free|freev|unref)\(|g_clear|return|g_autofree|adref_\w+_clear|va_)/ || $statement =~ /^\w+ \w+ =/;
    push @places, [$at, length $statement, ';', 'statement'];
  }
  return @places;
}

# A generator of its own, so that a seed means the same everywhere.
my $state = $seed & 0x7fffffff;
sub random_below {
  my ($most) = @_;
  $state = ($state * 1103515245 + 12345) & 0x7fffffff for 1 .. 3;
  return int($state / 0x80000000 * $most);
}

# The kinds are drawn evenly, whatever their number of places.
sub draw {
  my ($places) = @_;
  my @kinds = sort grep { @{ $places->{$_} } } keys %$places;
  return unless @kinds;
  my $list = $places->{ $kinds[random_below(scalar @kinds)] };
  return splice @$list, random_below(scalar @$list), 1;
}

# The source with the fault, in the folder of a trial. It is called as the healthy one, since the
# compiler writes the name into the object.
sub source_of {
  my ($own, $file) = @_;
  return "$own/fault/" . ($file =~ s{.*/}{}r);
}

# Whether the compiler makes the same machine code of both sources at its highest level: then no input
# can show a difference.
sub is_same_program {
  my ($own, $file, $compiler) = @_;
  my ($object, @made) = ("$own/optimised.o");
  for my $source (source_of($own, $file), $file) {
    run("cd '$copy' && $compiler -O3 -Wno-error -c -o '$object' '$source'") or return 0;
    push @made, read_file($object);
  }
  return $made[0] eq $made[1];
}

# 'survived', 'refused' (by the compiler), 'same' (the same program) or the unit that noticed the
# fault. `slot` is the number of the trial among those that run at once.
sub try {
  my ($slot, $file, $near, $far, $objects, $compiler) = @_;
  my $own = "$base/trial$slot";
  my $object = "$own/fault.o";
  return 'refused' unless run("cd '$copy' && $compiler -c -o '$object' '" . source_of($own, $file) . "'");
  my $healthy = "$plain/" . ($file =~ s{c$}{o}r);
  return 'same' if read_file($object) eq read_file($healthy);
  my @with_fault = map { $_ eq $healthy ? $object : $_ } @$objects;
  run(library_command($own, @with_fault)) or return 'refused';
  for my $unit (within($most, @$near), within(10, @$far)) {
    next if passes($own, $unit, limit_of($unit));
    check_health($own, $unit, $objects) unless $trusted{$unit};
    return $unit;
  }
  my $by = try_carefully($own, $file, $near, $objects, $compiler);
  return "$by with sanitizers" if $by;
  return is_same_program($own, $file, $compiler) ? 'same' : 'survived';
}

# The first units, until they take so many seconds of processor time.
sub within {
  my ($seconds, @units) = @_;
  my @first;
  while (@units && $seconds > 0) {
    push @first, shift @units;
    $seconds -= $time_of{ $first[-1] }{processor};
  }
  return @first;
}

# Ends when the unit fails without the fault, too.
sub check_health {
  my ($own, $unit, $objects) = @_;
  run(library_command($own, @$objects)) or die "the library does not link; see $log\n";
  passes($own, $unit, limit_of($unit)) or die "$unit fails without any fault; see $log\n";
}

# Compiles a source of the file with sanitizers and links it with the other objects.
sub build_careful {
  my ($own, $file, $source, $objects, $compiler) = @_;
  my ($healthy, $object) = ("$plain/" . ($file =~ s{c$}{o}r), "$own/careful/fault.o");
  return run("cd '$copy' && $compiler -Wno-error $sanitizers -c -o '$object' '$source'")
    && run(library_command("$own/careful", $sanitizers, map { $_ eq $healthy ? $object : $_ } @$objects));
}

# The unit that notices a fault with sanitizers, and passes with them without the fault.
sub try_carefully {
  my ($own, $file, $units, $objects, $compiler) = @_;
  my $source = source_of($own, $file);
  build_careful($own, $file, $source, $objects, $compiler) or return;
  for my $unit (within($most / 3, @$units)) {
    next if passes_carefully($own, $unit);
    build_careful($own, $file, "$copy/$file", $objects, $compiler) or return;
    return $unit if passes_carefully($own, $unit);
    build_careful($own, $file, $source, $objects, $compiler) or return;
  }
  return;
}

sub passes_carefully {
  my ($own, $unit) = @_;
  return passes("$own/careful", $unit, 5 * limit_of($unit), ASAN_OPTIONS => 'detect_leaks=0:verify_asan_link_order=0',
    G_SLICE => 'always-malloc');
}

# The faults of MUTATE_FAULTS as places, with the name of the source first, as draw() returns them.
sub chosen_faults {
  my @places;
  for (lines_of($ENV{MUTATE_FAULTS})) {
    my ($name, $old, $new) = split /\t/;
    my $text = read_file("$copy/$name");
    my @at;
    push @at, $-[0] while $text =~ /\Q$old\E/g;
    die "$ENV{MUTATE_FAULTS}: \"$old\" stands " . @at . " times in $name\n" unless @at == 1;
    push @places, [$name, $at[0], length $old, $new // '', 'chosen'];
  }
  return @places;
}

sub line_of {
  my ($text, $offset) = @_;
  return 1 + (substr($text, 0, $offset) =~ tr/\n//);
}

sub text_of_line {
  my ($text, $offset) = @_;
  my $from = rindex($text, "\n", $offset - 1) + 1;
  my $to   = index($text, "\n", $offset);
  (my $line = substr($text, $from, $to - $from)) =~ s/^\s+//;
  return $line;
}

$| = 1;
write_file($log, '');
my $digest = copy_sources();
@suites = map { m{/(\w+)/suite\.c$} } glob "$copy/tests/*/suite.c";
@suites = grep { $_ ne 'cli' } @suites if $ENV{MUTATE_FAST};
my @objects = build_all($plain, "CFLAGS='-O1 -g0 -fPIC' WARNINGS='-Wall -Werror -Wno-unused -Wno-maybe-uninitialized'");
make_trial_folders();

read_coverage($digest, sub {
  build_all($covered, "CC=clang CFLAGS='-O1 -fno-inline -g1 -fPIC -fsanitize-coverage=trace-pc-guard,pc-table,no-prune' WARNINGS=");
});

my $compiler = read_file("$plain/flags") =~ s/\s+$//r;

my %places;
for my $folder (@folders) {
  for my $name (sort map { substr $_, length("$copy/") } glob "$copy/src/$folder/*.c $copy/src/$folder/*/*.c") {
    my $code = code_of(read_file("$copy/$name"));
    push @{ $places{ $_->[3] } }, [$name, @$_] for places_of($code);
  }
}

my @chosen = $ENV{MUTATE_FAULTS} ? chosen_faults() : ();
$count = @chosen if @chosen;

my (%tally, @survivors, @seconds);
my ($began, $processor) = (time, 0);

# A place with what its trial needs, until enough faults are noticed or survive.
my $next = sub {
  my ($running) = @_;
  return if ($tally{noticed} || 0) + ($tally{survived} || 0) + $running >= $count;
  my $place = ($ENV{MUTATE_FAULTS} ? shift @chosen : draw(\%places)) or return;
  my ($name, $offset, $length, $new, $kind) = @$place;
  my $text = read_file("$copy/$name");
  my $faulty = $text;
  substr($faulty, $offset, $length) = $new;
  my $line = line_of($text, $offset);
  my ($near, $far) = units_for($name, $line, $offset - rindex($text, "\n", $offset - 1));
  return {
    name => $name, faulty => $faulty, near => $near, far => $far,
    report => sprintf('%s:%d: %s: %s', $name, $line, $kind, text_of_line($faulty, $offset)),
  };
};

my $work = sub {
  my ($task, $slot) = @_;
  my $start = time;
  my $own = "$base/trial$slot";
  run("rm -rf '$own/fault' && mkdir '$own/fault'") or die "$own: cannot be made\n";
  write_file(source_of($own, $task->{name}), "#line 1 \"$task->{name}\"\n$task->{faulty}");
  my $by = try($slot, $task->{name}, $task->{near}, $task->{far}, \@objects, $compiler);
  my $used = 0;
  $used += $_ for times;
  return sprintf "%.1f\t%.1f\t%s", time - $start, $used, $by;
};

my $done = sub {
  my ($task, $result) = @_;
  my ($seconds, $used, $by) = split /\t/, $result;
  my $what = $by =~ /^(?:survived|refused|same)$/ ? $by : 'noticed';
  $tally{$what}++;
  return if $what eq 'refused' || $what eq 'same';
  push @seconds, $seconds;
  $processor += $used;
  my ($near, $far) = map { scalar @$_ } @$task{qw(near far)};
  my $why = $what eq 'noticed' ? "by $by"
    : $near ? "$near tests reach the line, $far more the function"
    : $far ? "no test reaches the line, $far the function" : 'no test reaches the function';
  if ($what eq 'noticed') {
    $by =~ s/ with sanitizers$//;
    remember($task->{name}, $by);
    $trusted{$by} = 1;
  } else {
    push @survivors, "$task->{report} ($why)";
  }
  printf "%4d %-8s %5.1f s  %s (%s)\n", ($tally{noticed} || 0) + ($tally{survived} || 0), $what, $seconds, $task->{report}, $why;
};

in_parallel($next, $work, $done);

my $noticed = $tally{noticed} || 0;
my $all = $noticed + @survivors;
print "\nSurvivors:\n" if @survivors;
print "$_\n" for @survivors;
@seconds = sort { $a <=> $b } @seconds;
printf "\n%d faults, seed %d: %d noticed (%.1f %%), %d survived, %d refused by the compiler, %d are the same program\n",
  $all, $seed, $noticed, $all ? 100 * $noticed / $all : 0, scalar @survivors, $tally{refused} || 0, $tally{same} || 0;
printf "%.1f s a fault in the median, %.1f s of processor time in the mean; %d s in all, %d at once\n",
  $seconds[$#seconds / 2] // 0, $all ? $processor / $all : 0, time - $began, $jobs;
exit($all && $noticed >= 0.85 * $all ? 0 : 1);
