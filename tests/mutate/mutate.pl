#!/usr/bin/perl
# Plants one fault at a time in a copy of the sources, runs the tests that reach it, and lists the
# faults that no test noticed:
#
#     tests/mutate/mutate.pl BUILD [N [SEED [FOLDER...]]]
#
# N faults (100) are drawn by SEED (1; also the id of a commit, or its first digits) from all places
# of the folders of src/ (MUTATED below) where one can be planted. A fault that does not compile is replaced by another. The copy, its objects and
# what is remembered from run to run are in BUILD/mutate.
#
# The tests are taken in units: a TCase of a suite, or one transcript of tests/cli. Each unit runs
# once with a library that records which blocks of code it reaches (coverage.c). A fault is tried on
# all units that reach its function, first on the likely ones: those that noticed faults of this file
# or folder before, that reach the line itself, that are quick; but not on a unit of more than ten seconds that
# is of another folder. The first test that fails ends the trial. A process that uses five times the
# processor time of the healthy unit is stopped: noticed, too. A fault that survives is tried once more
# on the units that reach the line, now with its file compiled with the sanitizers of "make asan",
# which see a step behind an array that decides nothing.
# MUTATE_FAULTS names a file of faults that somebody chose, which are tried instead of drawn ones: a
# line for each, "FILE<tab>OLD<tab>NEW", where the words OLD stand once in the source FILE.
# MUTATE_FAST leaves the transcripts out; MUTATE_SECONDS ends a trial after units of so much processor
# time; MUTATE_STALE believes what a unit reached in an older library, and records only units that
# changed. With each of these more faults survive. The status is 0 when at least 85 % were noticed.
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
my $careful = "$base/careful"; # programs of $plain whose library has one file with sanitizers

sub run {
  my ($command) = @_;
  return system("( $command ) >>'$log' 2>&1") == 0;
}

sub read_file {
  my ($name) = @_;
  open my $file, '<', $name or die "$name: $!\n";
  local $/;
  return scalar <$file>;
}

# Through a new file: a run that was stopped never leaves half of one.
sub write_file {
  my ($name, $text) = @_;
  open my $file, '>', "$name.new" or die "$name: $!\n";
  print $file $text;
  close $file or die "$name: $!\n";
  rename "$name.new", $name or die "$name: $!\n";
}

sub lines_of {
  my ($name) = @_;
  return -e $name ? split /\n/, read_file($name) : ();
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
    run("mkdir -p '$folder'") or die "$folder: cannot be made\n";
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

sub link_command {
  my ($into, $output, @what) = @_;
  return "gcc -o '$into/$output' @what -Wl,--as-needed $libraries -pthread";
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

# The programs of $plain once more, for a library that needs the runtime of sanitizers.
sub link_careful {
  my (%programs) = @_;
  run("mkdir -p '$careful'") or exit 2;
  for my $program (keys %programs) {
    my @objects = map { "'$_'" } @{ $programs{$program} };
    run(link_command($careful, $program, $sanitizers, @objects, "-L'$plain' -ladref -Wl,-rpath,'$careful'"))
      or die "$program does not link with sanitizers; see $log\n";
  }
}

my @suites;

sub build_all {
  my ($into, $how) = @_;
  my @libraries = (objects_of($into), "$into/src/cmd/topics.o", "$into/src/draft/library/builtin_words.o");
  my %programs = (adref => ["$into/src/main.o"]);
  for my $suite (@suites) {
    $programs{"$suite.suite"} = [map { "$into/tests/" . ($_ =~ s{^\Q$copy/tests/\E}{}r =~ s{c$}{o}r) }
        glob "$copy/tests/$suite/*.c $copy/tests/*.c"];
  }
  my %all = map { $_ => 1 } @libraries, map { @$_ } values %programs;
  my $targets = join ' ', map { "'$_'" } sort keys %all;
  run("cd '$copy' && make -s -j2 BUILD='$into' $how HARDENING= $targets '$into/tests/fault/shim.so'")
    or die "the copy does not build; see $log\n";
  run("gcc -O2 -fPIC -c -o '$into/recorder.o' '$copy/tests/mutate/coverage.c'") or die "see $log\n";
  push @libraries, "$into/recorder.o" if $into eq $covered;
  run(library_command($into, @libraries)) or die "the library does not link; see $log\n";
  for my $program (keys %programs) {
    run(link_command($into, $program, (map { "'$_'" } @{ $programs{$program} }), "-L'$into' -ladref -Wl,-rpath,'$into'"))
      or die "$program does not link; see $log\n";
  }
  link_careful(%programs) if $into eq $plain;
  return @libraries;
}

# Units: "suite TCase", or "cli transcript".

sub units {
  my @units;
  for my $suite (grep { $_ ne 'cli' } @suites) {
    my $text = join '', map { read_file($_) } glob "$copy/tests/$suite/*.c";
    my %names = map { $_ => 1 } $text =~ /tcase_create\("(\w+)"\)/g;
    push @units, map { "$suite $_" } sort keys %names;
  }
  unless ($ENV{MUTATE_FAST}) {
    my %names = map { m{([^/]+\.md)$} ? ($1 => 1) : () } glob "$copy/tests/cli/*.md $copy/src/cmd/manual/*.md";
    push @units, map { "cli $_" } sort keys %names, 'README.md';
  }
  return @units;
}


# Runs one unit and says whether all its tests passed; stops it at the first that fails. `limit` is
# the processor time that one process may use, in seconds.
sub passes {
  my ($into, $unit, $limit, %environment) = @_;
  my ($suite, $case) = split / /, $unit;
  pipe(my $out, my $in) or die "pipe: $!\n";
  my $child = fork // die "fork: $!\n";
  if ($child == 0) {
    setpgrp;
    POSIX::dup2(fileno $in, 3);
    open STDIN, '<', '/dev/null';
    open STDOUT, '>>', $log;
    open STDERR, '>&', \*STDOUT;
    %ENV = (%ENV, %environment, ADREF => "$into/adref", CK_VERBOSITY => 'silent', CK_TIMEOUT_MULTIPLIER => 20,
      GLIBC_TUNABLES => 'glibc.malloc.tcache_count=0', # so that small blocks are filled, too
      $suite eq 'cli' ? (ADREF_ONLY => $case) : (CK_RUN_CASE => $case), CK_TAP_LOG_FILE_NAME => '/dev/fd/3');
    chdir $copy;
    my $space = $into eq $careful ? '' : 'ulimit -v 8000000;'; # sanitizers reserve terabytes
    exec 'sh', '-c', "ulimit -t $limit; $space exec '$into/$suite.suite'";
  }
  close $in;
  my $passed = watch($child, $out, 60 + 20 * $limit);
  kill 'KILL', -$child;
  waitpid $child, 0;
  return $passed;
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

# Coverage.

# The blocks of the library as [file, line, function], in the order of the recorded bytes.
sub read_blocks {
  my $table = "$base/addresses";
  write_file($table, '');
  local $ENV{ADREF_COVERAGE} = $table;
  run("'$covered/adref' help") or die "the program with coverage does not run; see $log\n";
  my $text = `llvm-symbolizer --obj='$covered/libadref.so' --output-style=GNU --functions=linkage --no-inlines <'$table'`;
  my @lines = split /\n/, $text;
  my @blocks;
  while (my ($function, $place) = splice @lines, 0, 2) {
    my ($file, $line) = $place =~ m{(?:^|/)(src/[\w/]+\.\w+):(\d+)};
    push @blocks, [$file // '', $line // 0, $function];
  }
  return @blocks;
}

# What a unit depends on besides the library: the files of its suite, or its transcript.
sub key_of {
  my ($unit, $library) = @_;
  my ($suite, $case) = split / /, $unit;
  my $own = $suite eq 'cli' ? "tests/cli/*.[ch] tests/cli/*.sh tests/cli/library tests/cli/$case src/cmd/manual/$case $case"
    : "tests/$suite tests/golden tests/spec.md";
  my $list = `cd '$copy' && find tests/*.[ch] tests/*.conf $own -type f 2>/dev/null | LC_ALL=C sort`;
  return sha1_hex(join "\n", $library, map { sha1_hex(read_file("$copy/$_")) } split /\n/, $list);
}

# The digest of the unit's own file alone.
sub own_key_of {
  my ($unit) = @_;
  my ($suite, $case) = split / /, $unit;
  my ($own) = grep { -f "$copy/$_" } "tests/$suite/$case.c", "tests/cli/$case", "src/cmd/manual/$case", $case;
  return $own ? sha1_hex(read_file("$copy/$own")) : 'none';
}

# Runs a unit and returns its key, its processor time and its seconds (read_coverage adds the key of
# its own file), then for each function that it reaches "file<TAB>function<TAB>lines".
sub record_unit {
  my ($unit, $key, $blocks) = @_;
  my $map = "$base/map";
  write_file($map, "\0" x @$blocks);
  my ($began, $used) = (time, (times)[2] + (times)[3]);
  unless (passes($covered, $unit, 600, ADREF_COVERAGE => $map)) {
    print "$unit is left out: it fails without any fault; see $log\n";
    return "$key\t0\t0\n";
  }
  my $report = sprintf "%s\t%.3f\t%.3f\n", $key, (times)[2] + (times)[3] - $used, time - $began;
  my ($bytes, %reached) = (read_file($map));
  for my $i (grep { vec $bytes, $_, 8 } 0 .. $#$blocks) {
    my ($file, $line, $function) = @{ $blocks->[$i] };
    $reached{"$file\t$function"}{$line} = 1;
  }
  $report .= "$_\t" . join(',', sort { $a <=> $b } keys %{ $reached{$_} }) . "\n" for sort keys %reached;
  return $report;
}

my (%time_of, %functions, %reaches); # unit; file -> function -> lines; file -> function -> unit -> lines

# Runs the units that are not known with this library, and reads what each reaches.
sub read_coverage {
  my ($library) = @_;
  my %lines;
  my @blocks;
  run("mkdir -p '$base/reached'");
  for my $unit (units()) {
    my $name = "$base/reached/" . ($unit =~ tr{ /}{__}r);
    my ($key, $own_key) = (key_of($unit, $library), own_key_of($unit));
    my $head = (lines_of($name))[0] // '';
    if ($ENV{MUTATE_STALE} ? $head !~ /\t$own_key$/ : $head !~ /^$key\t/) {
      print "running what is not known yet, to see what it reaches\n" unless @blocks;
      @blocks = read_blocks() unless @blocks;
      write_file($name, record_unit($unit, $key, \@blocks) =~ s/\n/\t$own_key\n/r);
    }
    ($head, my @reached) = lines_of($name);
    (undef, @{ $time_of{$unit} }{qw(processor clock)}) = split /\t/, $head;
    for (@reached) {
      my ($file, $function, $lines) = split /\t/;
      $reaches{$file}{$function}{$unit} = { map { $_ => 1 } split /,/, $lines };
    }
  }
  @blocks = read_blocks() unless @blocks || (-e "$base/blocks" && !$ENV{MUTATE_STALE});
  write_file("$base/blocks", join '', map { "$_->[0]\t$_->[1]\t$_->[2]\n" } @blocks) if @blocks;
  for (lines_of("$base/blocks")) {
    my ($file, $line, $function) = split /\t/;
    $lines{$file}{$function}{$line} = 1 if $line > 0; # 0: what the compiler adds
  }
  for my $file (keys %lines) {
    $functions{$file}{$_} = [sort { $a <=> $b } keys %{ $lines{$file}{$_} }] for keys %{ $lines{$file} };
  }
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

# The function of a line, or undef, and the line where its block begins; where a block begins on the
# line itself, also that of the block before: in "if (a) return b;" it has the condition.
sub blocks_of {
  my ($file, $line) = @_;
  my $function = function_at($file, $line);
  return unless $function && $functions{$file}{$function};
  my @starts = grep { $_ <= $line } reverse @{ $functions{$file}{$function} };
  return ($function, $functions{$file}{$function}[0]) unless @starts;
  return ($function, @starts[0 .. (@starts > 1 && $starts[0] == $line ? 1 : 0)]);
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

# The units that a fault at a line is tried on, the likely and quick ones first, and how many of them
# reach the line itself; then these alone.
sub units_for {
  my ($file, $line) = @_;
  my ($function, @starts) = blocks_of($file, $line);
  my @from = $function ? ($function) : keys %{ $functions{$file} };
  my (%near, %far);
  for my $name (@from) {
    for my $unit (keys %{ $reaches{$file}{$name} }) {
      $far{$unit} = 1;
      $near{$unit} = 1 if !$function || grep { $reaches{$file}{$name}{$unit}{$_} } @starts;
    }
  }
  my ($folder, $noun) = $file =~ m{src/(\w+)/(?:\w+/)?(\w+)\.c};
  my %cost;
  for my $unit (grep { $time_of{$_} } keys %far) {
    my ($suite, $case) = split / /, $unit;
    next if $time_of{$unit}{processor} > 10 && $suite ne $folder;
    my $chance = 0.05 + ($killers{$file}{$unit} || 0) + 0.1 * ($killers{$folder}{$unit} || 0)
      + ($suite eq $folder ? 0.5 : 0) + ($case eq $noun ? 3 : 0);
    $chance /= 20 unless $near{$unit};
    $cost{$unit} = ($time_of{$unit}{clock} + 0.05) / $chance;
  }
  my $count = $ENV{MUTATE_STALE} ? keys %far : keys %near; # lines of an older library are others
  my @sorted = sort { $cost{$a} <=> $cost{$b} || $a cmp $b } keys %cost;
  return (\@sorted, $count, [grep { $near{$_} } @sorted]);
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
  $code =~ s/\b(?:MAX|MIN|g_str_equal)\(/$hide->($&)/ge;
  $code =~ s/\b(?:strcmp|g_strcmp0|strncmp|memcmp)(?=\([^()]*\) [!=]= 0)\(/$hide->($&)/ge;
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

# 'survived', 'refused' (by the compiler) or the unit that noticed the fault.
sub try {
  my ($file, $line, $objects, $compiler, $healthy) = @_;
  my $object = "$base/fault.o";
  return 'refused' unless run("cd '$copy' && $compiler -c -o '$object' '$base/fault.c'");
  my $own = "$plain/" . ($file =~ s{c$}{o}r);
  run(library_command($plain, map { $_ eq $own ? $object : $_ } @$objects)) or return 'refused';
  my ($list, $near, $reaching) = units_for($file, $line);
  return 'survived' unless $near;
  my $left = $ENV{MUTATE_SECONDS} || 'inf';
  for my $unit (@$list) {
    last if $left < 0;
    $left -= $time_of{$unit}{processor};
    next if passes($plain, $unit, limit_of($unit));
    remember($file, $unit);
    $healthy->($unit) unless $trusted{$unit}++;
    return $unit;
  }
  my $by = try_carefully($file, $reaching, $objects, $compiler);
  return $by ? "$by with sanitizers" : 'survived';
}

# Compiles a source of the file with sanitizers and links it with the other objects.
sub build_careful {
  my ($file, $source, $objects, $compiler) = @_;
  my ($own, $object) = ("$plain/" . ($file =~ s{c$}{o}r), "$careful/fault.o");
  return run("cd '$copy' && $compiler -Wno-error $sanitizers -c -o '$object' '$source'")
    && run(library_command($careful, $sanitizers, map { $_ eq $own ? $object : $_ } @$objects));
}

# The unit that notices a fault with sanitizers, and passes with them without the fault.
sub try_carefully {
  my ($file, $units, $objects, $compiler) = @_;
  build_careful($file, "$base/fault.c", $objects, $compiler) or return;
  my $left = $ENV{MUTATE_SECONDS} || 60;
  for my $unit (@$units) {
    last if $left < 0;
    $left -= $time_of{$unit}{processor};
    next if passes_carefully($unit);
    build_careful($file, "$copy/$file", $objects, $compiler) or return;
    return $unit if passes_carefully($unit);
    build_careful($file, "$base/fault.c", $objects, $compiler) or return;
  }
  return;
}

sub passes_carefully {
  my ($unit) = @_;
  return passes($careful, $unit, 5 * limit_of($unit), ASAN_OPTIONS => 'detect_leaks=0:verify_asan_link_order=0', G_SLICE => 'always-malloc');
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

build_all($covered, "CC=clang CFLAGS='-O1 -fno-inline -g1 -fPIC -fsanitize-coverage=trace-pc-guard,pc-table' WARNINGS=");
read_coverage($digest);

my $compiler = read_file("$plain/flags") =~ s/\s+$//r;
my $healthy = sub {
  my ($unit) = @_;
  run(library_command($plain, @objects)) or die "the library does not link; see $log\n";
  passes($plain, $unit, limit_of($unit)) or die "$unit fails without any fault; see $log\n";
};

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
while (($tally{noticed} || 0) + ($tally{survived} || 0) < $count) {
  my $place = ($ENV{MUTATE_FAULTS} ? shift @chosen : draw(\%places)) or last;
  my ($name, $offset, $length, $new, $kind) = @$place;
  my $text = read_file("$copy/$name");
  my $faulty = $text;
  substr($faulty, $offset, $length) = $new;
  write_file("$base/fault.c", "#line 1 \"$name\"\n$faulty");
  my $began = time;
  my $line = line_of($text, $offset);
  my $by = try($name, $line, \@objects, $compiler, $healthy);
  my $what = $by =~ /^(?:survived|refused)$/ ? $by : 'noticed';
  $tally{$what}++;
  next if $what eq 'refused';
  push @seconds, time - $began;
  my ($list, $near) = units_for($name, $line);
  my $report = sprintf '%s:%d: %s: %s', $name, $line, $kind, text_of_line($faulty, $offset);
  my $why = $what eq 'noticed' ? "by $by" : $near ? "$near of " . @$list . ' units reach the line' : 'no test reaches the line';
  push @survivors, "$report ($why)" if $what eq 'survived';
  printf "%4d %-8s %5.1f s  %s (%s)\n", ($tally{noticed} || 0) + ($tally{survived} || 0), $what, $seconds[-1], $report, $why;
}

my $noticed = $tally{noticed} || 0;
my $all = $noticed + @survivors;
print "\nSurvivors:\n" if @survivors;
print "$_\n" for @survivors;
@seconds = sort { $a <=> $b } @seconds;
printf "\n%d faults, seed %d: %d noticed (%.1f %%), %d survived, %d refused by the compiler; %.1f s a fault in the median\n",
  $all, $seed, $noticed, $all ? 100 * $noticed / $all : 0, scalar @survivors, $tally{refused} || 0, $seconds[$#seconds / 2] // 0;
exit($all && $noticed >= 0.85 * $all ? 0 : 1);
