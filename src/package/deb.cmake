# `cpack` in a build folder of the `deb` preset makes a Debian package of the static program.
configure_file(${CMAKE_CURRENT_LIST_DIR}/copyright.in ${PROJECT_BINARY_DIR}/papers/copyright @ONLY)
if(CONNECT_COMPRESS_MAN)
  install(FILES ${PROJECT_BINARY_DIR}/papers/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_NAME connect)
set(CPACK_PACKAGE_CONTACT "the connect authors <connect@localhost>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"connect suggests one small act of connection a day, logs it in seconds,
shows how steady you have been without scolding, and tells the story of a
month to you or to a script. Your words stay in one private file of your own.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "git, bash-completion")
# Both install /usr/bin/connect.
if(CONNECT_NAME STREQUAL "connect")
  set(CPACK_DEBIAN_PACKAGE_CONFLICTS connect-proxy)
endif()
include(CPack)
