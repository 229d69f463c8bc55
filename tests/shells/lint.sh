#!/usr/bin/env bash
# Lints the manual and every shell script with whatever linters are installed.
set -u
cd "$1" || exit 1
failed=0
ran=0

# lint TOOL COMMAND...: fails when the command says anything or does not end well.
lint() {
  local tool=$1 said
  shift
  if ! command -v "$tool" >/dev/null; then
    echo "skipped: $tool is not installed"
    return
  fi
  ran=$((ran + 1))
  if ! said=$("$@" 2>&1) || [ -n "$said" ]; then
    failed=1
    printf '%s:\n%s\n' "$*" "$said"
  fi
}

for page in man/*.[1-9]; do
  lint mandoc mandoc -T lint -W warning "$page"
  # shellcheck disable=SC2016
  lint man sh -c 'man --warnings=w -l "$1" >/dev/null' sh "$page"
done
lint shellcheck shellcheck completions/connect.bash src/shell/init.bash
while IFS= read -r script; do
  lint shellcheck shellcheck "$script"
done < <(find tests -name '*.sh')
for file in completions/connect.bash:bash completions/_connect:zsh completions/connect.fish:fish \
  src/shell/init.{bash:bash,zsh:zsh,fish:fish}; do
  lint "${file#*:}" "${file#*:}" -n "${file%:*}"
done
[ "$ran" -gt 0 ] || exit 77
exit $failed
