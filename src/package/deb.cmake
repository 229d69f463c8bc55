# `cpack` in a build folder of the `deb` preset makes a Debian package of the static program.
set(CONNECT_MAINTAINER "the connect authors <connect@connect.invalid>" CACHE STRING
  "Who answers for the Debian package; put your own address here if you give it to others")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)

# The package is as old as the release that it holds, unless SOURCE_DATE_EPOCH says otherwise.
file(STRINGS CHANGELOG.md heading REGEX "^## ${PROJECT_VERSION} " LIMIT_COUNT 1 ENCODING UTF-8)
string(REGEX MATCH "[0-9]+-[0-9]+-[0-9]+$" released "${heading}")
if(NOT released)
  message(FATAL_ERROR "CHANGELOG.md does not say when ${PROJECT_VERSION} was released")
endif()
execute_process(COMMAND date -u -d ${released} +%s
  OUTPUT_VARIABLE CPACK_CONNECT_RELEASED OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND date -u -R -d ${released}
  OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/dated.cmake)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/opened.cmake)

foreach(paper copyright changelog.Debian)
  configure_file(${CMAKE_CURRENT_LIST_DIR}/${paper}.in ${papers}/${paper} @ONLY)
endforeach()
compressed(changes ${PROJECT_SOURCE_DIR}/CHANGELOG.md changelog)
compressed(debian_changes ${papers}/changelog.Debian changelog.Debian)
install(FILES ${papers}/copyright ${changes} ${debian_changes} DESTINATION ${CMAKE_INSTALL_DOCDIR})
configure_file(${CMAKE_CURRENT_LIST_DIR}/lintian.in ${papers}/lintian @ONLY)
install(FILES ${papers}/lintian DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides
  RENAME connect)

set(CPACK_GENERATOR DEB)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_NAME connect)
set(CPACK_PACKAGE_CONTACT "${CONNECT_MAINTAINER}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"connect suggests one small act of connection a day, logs it in seconds,
shows how regular you are without scolding, and sums up a month for you or
for a script. What you write is kept in files that only you can read.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, bash-completion")
# Both install /usr/bin/connect.
if(CONNECT_NAME STREQUAL "connect")
  set(CPACK_DEBIAN_PACKAGE_CONFLICTS connect-proxy)
endif()
include(CPack)
