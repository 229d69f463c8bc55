// Appends lines to a file, durably: success means that they are on disk, whole and once, and that
// every older byte is as it was, despite other writers, full disks, signals and power cuts.
//
// Under an exclusive lock, all bytes go out in one O_APPEND write. A short write is truncated away;
// an unfinished last line is ended with an LF first, so that it costs no other line; then
// fdatasync, and fsync of the folder for a new file. If the file was replaced meanwhile (a sync
// tool, an editor), the lines are appended to the new one as well: records with the same id count
// once.
#pragma once

#include <string>
#include <string_view>

#include "connect/app.hpp"

namespace connect::host {

/// As Files::append.
Result<std::string> append_line(const std::string& given, std::string_view line, Files::Care care,
                                const Files::Noted& noted);

/// As Files::confirm.
Status confirm_on_disk(const std::string& path);

}  // namespace connect::host
