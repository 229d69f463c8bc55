# Read by cpack: the times inside of the package are those of the release.
if(NOT DEFINED ENV{SOURCE_DATE_EPOCH})
  set(ENV{SOURCE_DATE_EPOCH} ${CPACK_CONNECT_RELEASED})
endif()
