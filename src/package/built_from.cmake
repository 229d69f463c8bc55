# Sets built_from to what --version adds: "7bcfbcb, 2026-11-30, linux x86_64". The date is that of the
# commit, or SOURCE_DATE_EPOCH if that is set. Without git there is no commit, and without either no
# date, so that the same sources always give the same program.
set(commit)
set(commit_date)
# A folder above may be somebody else's repository.
if(EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND git -c log.showSignature=false -C ${PROJECT_SOURCE_DIR} log -1 --format=%H,%cs
    OUTPUT_VARIABLE commit_and_date ERROR_QUIET OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(commit_and_date MATCHES "^([0-9a-f]+),([-0-9]+)$")
    string(SUBSTRING ${CMAKE_MATCH_1} 0 7 commit)
    set(commit_date ${CMAKE_MATCH_2})
  endif()
endif()
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP commit_date %Y-%m-%d UTC) # which reads that variable
endif()
string(TOLOWER ${CMAKE_SYSTEM_NAME} system)
list(APPEND built_from_parts ${commit} ${commit_date} "${system} ${CMAKE_SYSTEM_PROCESSOR}")
list(JOIN built_from_parts ", " built_from)
