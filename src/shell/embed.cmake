# Writes OUTPUT, a C++ file with the shells' texts as raw string literals:
#   cmake -D ROOT=... -D NAME=... -D OUTPUT=... -P embed.cmake
include(${ROOT}/src/package/named.cmake)
set(code "#include \"shell/texts.hpp\"\n\nnamespace connect::shell {\n")
foreach(pair init_bash=src/shell/init.bash init_zsh=src/shell/init.zsh init_fish=src/shell/init.fish
    completions_bash=completions/connect.bash completions_zsh=completions/_connect
    completions_fish=completions/connect.fish)
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 variable)
  list(GET pair 1 path)
  file(READ "${ROOT}/${path}" bytes)
  string(FIND "${bytes}" ")shell\"" end)
  if(NOT end EQUAL -1)
    message(FATAL_ERROR "${path} holds the end of a raw string literal")
  endif()
  if(NOT NAME STREQUAL "connect")
    named(bytes ${NAME})
  endif()
  string(APPEND code "\nconst std::string_view ${variable} = R\"shell(${bytes})shell\";\n")
endforeach()
string(APPEND code "\n}  // namespace connect::shell\n")
file(WRITE "${OUTPUT}" "${code}")
