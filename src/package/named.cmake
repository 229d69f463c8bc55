# The installed name may be another one where a different package has a `connect` already; then the
# shells' scripts must start, complete and register that one.

# named(VARIABLE NAME): in the text that VARIABLE holds, NAME stands where the program was called.
function(named variable name)
  string(REGEX REPLACE "(^|[ (])connect([ )\n])" "\\1${name}\\2" text "${${variable}}")
  set(${variable} "${text}" PARENT_SCOPE)
endfunction()
