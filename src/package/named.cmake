# The installed name may be another one where a different package has a `connect` already; then the
# shells' scripts must start, complete and register that one, and the manual must name it.

# named(VARIABLE NAME): in the text that VARIABLE holds, NAME stands where the program was called.
function(named variable name)
  string(REGEX REPLACE "(^|[[\n ('`])connect([] );:'(\n`])" "\\1${name}\\2" text "${${variable}}")
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()

# named_page(VARIABLE NAME): the same for a page of the manual, and for what it refers to.
function(named_page variable name)
  set(text "${${variable}}")
  string(TOUPPER ${name} title)
  string(REGEX REPLACE "(Nm|Xr) connect-" "\\1 ${name}-" text "${text}")
  string(REGEX REPLACE "(/completions/|/_)connect" "\\1${name}" text "${text}")
  string(REGEX REPLACE "(\n[.]Dt) CONNECT" "\\1 ${title}" text "${text}")
  named(text ${name})
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()
