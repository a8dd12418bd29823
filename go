#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Every task of the project as one command. Each installs what it needs (Debian 12, root or sudo), says what it does on
# stderr, and does nothing that is already done.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")"

demo_study=domain/studies/barnet-2012.toml

usage() {
  cat <<'END'
Commonweal: a model of public services, executable.

  ./go demo             set up, build, and show the future money of one council: the place to begin
  ./go build [PRESET]   build the program: build/release/commonweal
  ./go test [PRESET]    build and pass every test
  ./go sanitize [KIND]  the tests once more, with every memory fault, undefined operation and race a failure
                        (KIND: memory or races; both if none is given)
  ./go check            format, lint, arrows between folders, sizes, documents; all that needs no judgement
  ./go page             build the live page: build/page/shell.html, which `commonweal explore` fills
  ./go fuzz [SECONDS]   feed every parser what nobody would write, each so long (60), and see that nothing breaks
  ./go nightly          what takes hours: a million draws, the laws of the model on 100,000 inputs each
  ./go format           rewrite the sources as .clang-format says
  ./go bench            measure speed; writes build/bench.jsonl
  ./go pictures         take pictures of the pages at three widths, light and dark: build/pictures, a few for docs
  ./go validate DIR     back-test against the revenue outturn summaries in DIR, and hold the cutting rules against
                        them; rewrites docs/validation.md
  ./go fresh            prove that demo and test work on a bare Debian 12 (needs root)

PRESET is one of CMakePresets.json: dev, release (if none is given), sanitize, threads, profile.
END
}

say() { echo "go: $*" >&2; }
stop() { say "$*"; exit 1; }

# --- set-up -----------------------------------------------------------------------------------------------------------

# The packages of the named groups of tools/packages.txt, one a line.
packages_of() {
  awk -v groups=" $* " -v here="[$(dpkg --print-architecture)]" '
    { sub(/#.*/, "") }
    /^\[/ { gsub(/[][ ]/, ""); wanted = index(groups, " " $0 " "); next }
    wanted && NF && ($2 == "" || $2 == here) { print $1 }' tools/packages.txt | sort -u
}

# Those of the named packages that are not installed.
missing_of() {
  local installed
  installed=$(dpkg-query --show --showformat '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null || true)
  for package in "$@"; do
    grep -qxF "$package installed" <<<"$installed" || echo "$package"
  done
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends --quiet "$@" >&2
}

# Installs what is missing of the named groups.
set_up() {
  command -v dpkg-query >/dev/null || stop "this is not Debian: install what tools/packages.txt names, then run cmake"
  local packages missing
  mapfile -t packages < <(packages_of "$@")
  mapfile -t missing < <(missing_of "${packages[@]}")
  [ ${#missing[@]} -gt 0 ] || return 0

  say "installing ${missing[*]}"
  [ "$(id -u)" = 0 ] || command -v sudo >/dev/null || stop "installing needs root, or sudo"
  if ! apt-cache show "${missing[@]}" >/dev/null 2>&1; then
    say "fetching the list of packages"
    as_root apt-get update --quiet >&2
  fi
  install_packages "${missing[@]}" && return
  say "that failed; once more, with a new list of packages"
  as_root apt-get update --quiet >&2
  install_packages "${missing[@]}"
}

# The browser that the tests of pages drive, and what drives it: a node that is there already will do.
set_up_browser() {
  set_up browser
  command -v node >/dev/null && command -v npm >/dev/null || set_up node
  local folder=tests/browser
  [ "$folder/package-lock.json" -nt "$folder/node_modules/.package-lock.json" ] || return 0
  say "fetching what $folder/package-lock.json pins"
  npm ci --prefix "$folder" --no-audit --no-fund --loglevel=error >&2
}

# --- building ---------------------------------------------------------------------------------------------------------

# Makes build/PRESET ready for ninja, with the named ones of TESTS and PAGE. A folder keeps those that it has.
configure() {
  local preset=$1 wanted=" ${*:2} " folder=build/$1 part options=()
  for part in TESTS PAGE; do
    if grep -qs "^COMMONWEAL_$part:BOOL=ON$" "$folder/CMakeCache.txt"; then continue; fi
    if [[ $wanted == *" $part "* ]]; then
      options+=(-D "COMMONWEAL_$part=ON")
    elif [ ! -f "$folder/build.ninja" ]; then
      options+=(-D "COMMONWEAL_$part=OFF")
    fi
  done
  if [ -f "$folder/build.ninja" ] && [ ${#options[@]} = 0 ]; then return; fi
  say "configuring $folder"
  cmake --preset "$preset" "${options[@]}" >&2
}

build_program() {
  local preset=${1:-release}
  set_up build
  configure "$preset"
  say "building build/$preset/commonweal"
  ninja -C "build/$preset" commonweal >&2
}

build_all() {
  local preset=${1:-release}
  set_up build test
  configure "$preset" TESTS
  say "building everything in build/$preset"
  ninja -C "build/$preset" >&2
}

# The library as WebAssembly: for browsers with vectors, and for those without.
build_engines() {
  set_up build page
  say "building build/page/commonweal-*.wasm"
  [ -f build/page/build.ninja ] || cmake --preset page >&2
  ninja -C build/page >&2
}

# --- the commands -----------------------------------------------------------------------------------------------------

demo() {
  build_program
  say "build/release/commonweal understand $demo_study"
  build/release/commonweal understand "$demo_study"
}

run_tests() {
  local preset=${1:-release}
  set_up_browser
  page
  configure "$preset" TESTS PAGE
  build_all "$preset"
  ctest --test-dir "build/$preset" --output-on-failure --parallel 2
}

# The laws of the model and the promises of the whole program say nothing of memory that the tests beside the code do
# not, and would take an hour here. Only what runs threads can race.
sanitize() {
  local faults=${1:-all}
  if [ "$faults" != races ]; then
    build_all sanitize
    ctest --test-dir build/sanitize --output-on-failure --parallel 2 \
      --exclude-regex '^(laws\.|promises|draws|tools|browser\.)'
  fi
  [ "$faults" != memory ] || return 0
  set_up build test
  configure threads TESTS
  say "building the tests that run threads in build/threads"
  ninja -C build/threads ensemble_test >&2
  ctest --test-dir build/threads --output-on-failure --parallel 2 --tests-regex '^ensemble\.'
}

# Begins with what the project's own files look like; what breaks is left in build/fuzz.
fuzz() {
  local seconds=${1:-60} program seeds
  set_up build fuzz
  configure fuzz
  say "building the fuzzers in build/fuzz"
  ninja -C build/fuzz >&2
  seeds=$(mktemp -d)
  find domain tests \( -name '*.mdl' -o -name '*.toml' -o -name '*.csv' -o -name '*.requests' \) -size -32k \
    -exec cp --backup=numbered -t "$seeds" {} +
  for program in build/fuzz/*_fuzz; do
    say "$(basename "$program"), $seconds seconds"
    mkdir -p "$seeds.$(basename "$program")"
    "$program" -max_total_time="$seconds" -max_len=32768 -timeout=20 -rss_limit_mb=4096 -verbosity=0 \
      -print_final_stats=1 -artifact_prefix=build/fuzz/ "$seeds.$(basename "$program")" "$seeds" >&2
  done
  rm -r "$seeds" "$seeds".*
}

# The laws take hours, on two cores; INPUTS=1000 shows in minutes that they run.
nightly() {
  build_all
  python3 -B tests/million_draws.py build/release/commonweal
  say "the laws on ${INPUTS:-100000} inputs each"
  local program shard shards=()
  for program in laws_test circle_test; do
    for shard in 0 1; do
      RC_PARAMS="max_success=${INPUTS:-100000}" GTEST_TOTAL_SHARDS=2 GTEST_SHARD_INDEX=$shard \
        build/release/tests/$program --gtest_filter='Law*' &
      shards+=($!)
    done
  done
  for shard in "${shards[@]}"; do wait "$shard"; done
}

# The commands in the documents are run, and some of them fill the live page.
check() {
  set_up build test check
  page
  configure release TESTS
  say "building, for what the checks run"
  ninja -C build/release >&2
  tools/check "$@"
}

format() {
  set_up check
  find src tests benchmarks \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 --no-run-if-empty clang-format-19 -i
}

bench() {
  build_program
  set_up_browser
  page
  set_up bench
  configure profile
  say "building the benchmarks"
  ninja -C build/profile >&2
  benchmarks/run "$@"
}

# The live page: its engines by clang, its controls by Node, into one file without a study.
page() {
  build_engines
  command -v npm >/dev/null || set_up node
  [ page/node_modules -nt page/package-lock.json ] || npm ci --prefix page --no-audit --no-fund >&2
  npm run --silent --prefix page build
}

# Two origins: the first with a change of both kinds of care before it, and the one after.
validate() {
  [ $# -eq 1 ] || stop "say where the revenue outturn summaries are: ./go validate DIR"
  build_program
  local program=build/release/commonweal last=2015-16 origin
  for origin in 2012-13 2013-14; do
    "$program" backtest --data "$1" --from "$origin" --to "$last" --json >"build/backtest-$origin.json"
    mv "build/backtest-$origin.json" domain/reproductions/
  done
  # Three windows of cuts: while money can be compared, before care takes in what was education, and all there is.
  for last in 2012-13 2013-14 2015-16; do
    "$program" cuts --data "$1" --from 2010-11 --to "$last" --json >"build/cuts-$last.json"
    mv "build/cuts-$last.json" domain/reproductions/
  done
  tools/validation >build/validation.md
  mv build/validation.md docs/validation.md
}

# Its own pages, in the browser of the tests.
pictures() {
  build_program
  set_up_browser
  page
  set_up pictures
  node tools/pictures.mjs
}

fresh() {
  set_up fresh
  tools/fresh "$@"
}

command=${1:-}
[ $# -eq 0 ] || shift
case $command in
  build) build_program "$@" ;;
  test) run_tests "$@" ;;
  demo | check | sanitize | nightly | fuzz | page | format | bench | pictures | validate | fresh) "$command" "$@" ;;
  '' | help | --help) usage ;;
  *) usage >&2; stop "no command '$command'" ;;
esac
