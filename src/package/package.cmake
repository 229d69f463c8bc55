# What `cmake --install` lays out and what `cpack` packs: each thing where the shells, man and the
# distributions look for it, so that a packager has nothing to patch.
set(CONNECT_NAME "connect" CACHE STRING
  "Installed name of the program, for systems where another package has a `connect`")
set(CONNECT_ZSH_DIR "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" CACHE STRING
  "Where zsh looks for completions (Debian packages: share/zsh/vendor-completions)")
option(CONNECT_COMPRESS_MAN "Install the manual compressed, as distributions do" OFF)

# The program, its manual and its completions carry the installed name; their text follows it.
if(NOT CONNECT_NAME MATCHES "^[a-z][a-z0-9-]*$")
  message(FATAL_ERROR "CONNECT_NAME must be small letters, digits and hyphens")
endif()
find_program(GZIP gzip)

# install_manual(PAGE): as PAGE.gz without a time stamp if asked for, under the installed name.
function(install_manual page)
  get_filename_component(name ${page} NAME)
  string(REGEX REPLACE "^connect" "${CONNECT_NAME}" name ${name})
  string(REGEX MATCH "[0-9]$" section ${name})
  set(source ${page})
  if(CONNECT_COMPRESS_MAN AND GZIP)
    set(source ${PROJECT_BINARY_DIR}/manual/${name}.gz)
    add_custom_command(OUTPUT ${source}
      COMMAND sh -c "'${GZIP}' -9nc '${page}' > '${source}'" DEPENDS ${page} VERBATIM)
    set(name ${name}.gz)
    set_property(DIRECTORY APPEND PROPERTY CONNECT_MANUAL ${source})
  endif()
  install(FILES ${source} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} RENAME ${name})
endfunction()
