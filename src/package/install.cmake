# What `cmake --install` lays out: each thing where the shells, man and the distributions look for
# it, so that a packager has nothing to patch.
option(CONNECT_DEBIAN "Install as Debian's policy asks: a compressed manual, and a copyright" OFF)
if(CONNECT_DEBIAN)
  set(zsh_folder vendor-completions)
else()
  set(zsh_folder site-functions)
endif()
set(CONNECT_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/${zsh_folder} CACHE STRING
  "Where zsh looks for completions")
set(papers ${PROJECT_BINARY_DIR}/papers)
include(${CMAKE_CURRENT_LIST_DIR}/named.cmake)

# compressed(RESULT SOURCE NAME): SOURCE as a NAME.gz that holds neither a time nor a file name.
function(compressed result source name)
  set(target ${papers}/${name}.gz)
  add_custom_command(OUTPUT ${target} DEPENDS ${source} VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${papers}
    COMMAND sh -c "exec gzip -9nc \"$1\" > \"$2\"" sh ${source} ${target})
  set_property(GLOBAL APPEND PROPERTY connect_compressed ${target})
  set(${result} ${target} PARENT_SCOPE)
endfunction()

# renamed(RESULT SOURCE HOW): SOURCE, or what the function HOW makes of it where the name is another.
function(renamed result source how)
  if(NOT CONNECT_NAME STREQUAL "connect")
    file(READ ${source} text)
    cmake_language(CALL ${how} text ${CONNECT_NAME})
    get_filename_component(file ${source} NAME)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
    file(WRITE ${papers}/named/${file} "${text}")
    set(source ${papers}/named/${file})
  endif()
  set(${result} ${source} PARENT_SCOPE)
endfunction()

function(install_manual page)
  get_filename_component(name ${page} NAME)
  string(REGEX REPLACE "^connect" ${CONNECT_NAME} name ${name})
  string(REGEX MATCH "[0-9]$" section ${name})
  renamed(page ${page} named_page)
  if(CONNECT_DEBIAN)
    compressed(page ${page} ${name})
    set(name ${name}.gz)
  endif()
  install(FILES ${page} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} RENAME ${name})
endfunction()

# Completions are looked for under the name of the program that they complete.
function(install_completions file folder name)
  renamed(script ${PROJECT_SOURCE_DIR}/completions/${file} named)
  install(FILES ${script} DESTINATION ${folder} RENAME ${name})
endfunction()

file(GLOB manual CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.[1-9])
foreach(page ${manual})
  install_manual(${page})
endforeach()
install_completions(connect.bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions ${CONNECT_NAME})
install_completions(_connect ${CONNECT_ZSH_DIR} _${CONNECT_NAME})
install_completions(connect.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  ${CONNECT_NAME}.fish)
install(TARGETS connect RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(FILES man/connect-1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/connect)
install(FILES README.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES man/connect.svg DESTINATION ${CMAKE_INSTALL_DOCDIR}/man) # where the README has it
if(CONNECT_DEBIAN)
  include(${CMAKE_CURRENT_LIST_DIR}/deb.cmake)
else()
  install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
  install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DATADIR}/licenses/connect)
endif()
get_property(all_compressed GLOBAL PROPERTY connect_compressed)
add_custom_target(papers ALL DEPENDS ${all_compressed})
