# What `cmake --install` lays out: each thing where the shells, man and the distributions look for
# it, so that a packager has nothing to patch.
option(CONNECT_COMPRESS_MAN "Install the manual compressed, as distributions do" OFF)
set(CONNECT_ZSH_DIR "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" CACHE STRING
  "Where zsh looks for completions (Debian packages: share/zsh/vendor-completions)")
include(${CMAKE_CURRENT_LIST_DIR}/named.cmake)

# compressed(RESULT SOURCE NAME): SOURCE as a NAME.gz that holds neither a time nor a file name.
function(compressed result source name)
  set(target ${PROJECT_BINARY_DIR}/papers/${name}.gz)
  add_custom_command(OUTPUT ${target} DEPENDS ${source} VERBATIM
    COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/papers
    COMMAND sh -c "exec gzip -9nc \"$1\" > \"$2\"" sh ${source} ${target})
  set_property(GLOBAL APPEND PROPERTY connect_papers ${target})
  set(${result} ${target} PARENT_SCOPE)
endfunction()

function(install_manual page)
  get_filename_component(name ${page} NAME)
  string(REGEX REPLACE "^connect" ${CONNECT_NAME} name ${name})
  string(REGEX MATCH "[0-9]$" section ${name})
  set(folder ${CMAKE_INSTALL_MANDIR}/man${section})
  if(CONNECT_COMPRESS_MAN)
    compressed(page ${page} ${name})
    install(FILES ${page} DESTINATION ${folder})
  else()
    install(FILES ${page} DESTINATION ${folder} RENAME ${name})
  endif()
endfunction()

# Completions are looked for under the name of the program that they complete.
function(install_completions file folder name)
  if(NOT CONNECT_NAME STREQUAL "connect")
    file(READ ${PROJECT_SOURCE_DIR}/completions/${file} text)
    named(text ${CONNECT_NAME})
    file(WRITE ${PROJECT_BINARY_DIR}/papers/${file} "${text}")
    install(FILES ${PROJECT_BINARY_DIR}/papers/${file} DESTINATION ${folder} RENAME ${name})
  else()
    install(FILES ${PROJECT_SOURCE_DIR}/completions/${file} DESTINATION ${folder} RENAME ${name})
  endif()
endfunction()

file(GLOB manual CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/man/*.[1-9])
foreach(page ${manual})
  install_manual(${page})
endforeach()
install_completions(connect.bash ${CMAKE_INSTALL_DATADIR}/bash-completion/completions ${CONNECT_NAME})
install_completions(_connect ${CONNECT_ZSH_DIR} _${CONNECT_NAME})
install_completions(connect.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
  ${CONNECT_NAME}.fish)
install(PROGRAMS $<TARGET_FILE:connect> DESTINATION ${CMAKE_INSTALL_BINDIR} RENAME ${CONNECT_NAME})
install(FILES man/connect-1.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/connect)
install(FILES README.md LICENSE man/connect.svg DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(CONNECT_COMPRESS_MAN)
  compressed(changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog)
  install(FILES ${changelog} DESTINATION ${CMAKE_INSTALL_DOCDIR})
else()
  install(FILES CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()
get_property(papers GLOBAL PROPERTY connect_papers)
add_custom_target(papers ALL DEPENDS ${papers})
