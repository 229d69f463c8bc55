#!/usr/bin/env bash
# Builds the engine in many ways and expects the same 400,000 decisions from each.
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sources=(tests/sim/decisions.cpp src/domain/suggest/act_choice.cpp src/domain/suggest/act_scores.cpp)

decide() {
  "$@" -std=c++20 -Iinclude -Isrc "${sources[@]}" -o "$work/decisions" && "$work/decisions"
}

expected=
for how in "g++ -O0" "g++ -O2" "g++ -O3 -ffast-math" "g++ -O1 -fsanitize=undefined" \
  "clang++ -O0" "clang++ -O3 -ffast-math"; do
  read -ra compiler <<<"$how"
  if ! command -v "${compiler[0]}" >/dev/null; then
    echo "skipped: $how (no ${compiler[0]} here)"
    continue
  fi
  answer=$(decide "${compiler[@]}")
  echo "$how: $answer"
  [ "${expected:=$answer}" = "$answer" ] || { echo "decisions differ" >&2; exit 1; }
done
