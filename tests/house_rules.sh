#!/usr/bin/env bash
# Who may know whom: greps the includes folder by folder and fails on a breach.
set -eu
cd "$1"
breaches=0

# breach FOLDER PATTERN WHY [EXCEPT]: files below FOLDER whose includes match PATTERN.
breach() {
  local found
  found=$(grep -rnE "^#include [<\"]($2)" "$1" | grep -vE "^(${4:-/none/})" || true)
  [ -z "$found" ] && return
  breaches=1
  printf 'breach: %s\n%s\n' "$3" "$found"
}

posix='unistd|fcntl|sys/|dirent|signal\.h|pwd|termios|poll|pthread'
rooms='shell/|cli/|app/|store/|render/|host/'
breach include/connect "$rooms|fmt/|nlohmann/|CLI/|$posix" "include/connect knows the domain only"
breach src/domain "$rooms|fmt/|nlohmann/|CLI/|$posix" "the domain is pure"
breach src/cli "shell/|app/|store/|render/|host/|fmt/|nlohmann/|$posix" "cli knows the domain only"
breach src/store "shell/|cli/|app/|render/|host/|CLI/|$posix" "store knows the domain only"
breach src/render "shell/|cli/|app/|store/|host/|CLI/|$posix" "render knows the domain only"
breach src/app "host/|CLI/|nlohmann/|$posix" "app never meets the operating system or JSON"
breach src/host "shell/|cli/|app/|store/|render/|fmt/|nlohmann/|CLI/" "host knows the interface of app.hpp only"
breach src 'CLI/' "only cli/parse.cpp knows CLI11" 'src/cli/parse\.cpp'
breach src 'nlohmann/' "only the codec and JSON rendering know nlohmann/json" \
  'src/store/format/(codec|fields)\.cpp|src/store/suggestions_file\.cpp|src/store/import/|src/render/json\.cpp'
for folder in src include; do
  breach "$folder" 'iostream>|regex>|sys/socket' "no iostream, no regex, no sockets"
done
if grep -rnE 'std::(thread|jthread|async)\b|pthread_create' include src; then
  breaches=1
  echo 'breach: one thread, so that nothing can race within the program'
fi
if grep -rn 'using namespace' include src --include='*.hpp'; then
  breaches=1
  echo 'breach: no using namespace in headers'
fi
exit $breaches
