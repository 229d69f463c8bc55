# Writes OUTPUT, a C++ file with the shells' texts as raw string literals:
#   cmake -D ROOT=... -D OUTPUT=... -P embed.cmake
set(text "#include \"shell/texts.hpp\"\n\nnamespace connect::shell {\n")
foreach(pair init_bash=src/shell/init.bash init_zsh=src/shell/init.zsh init_fish=src/shell/init.fish
    completions_bash=completions/connect.bash completions_zsh=completions/_connect
    completions_fish=completions/connect.fish)
  string(REPLACE "=" ";" pair ${pair})
  list(GET pair 0 name)
  list(GET pair 1 path)
  file(READ "${ROOT}/${path}" bytes)
  string(FIND "${bytes}" ")shell\"" end)
  if(NOT end EQUAL -1)
    message(FATAL_ERROR "${path} holds the end of a raw string literal")
  endif()
  string(APPEND text "\nconst std::string_view ${name} = R\"shell(${bytes})shell\";\n")
endforeach()
string(APPEND text "\n}  // namespace connect::shell\n")
file(WRITE "${OUTPUT}" "${text}")
