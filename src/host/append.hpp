// Adds one line to a file so that "saved" means on disk, whole, exactly once, with every older byte
// as it was: whatever other writers, full disks, signals and power cuts do meanwhile.
#pragma once

#include <string>
#include <string_view>

#include "connect/app.hpp"

namespace connect::host {

Result<Appended> append_line(const std::string& given, std::string_view line, Files::Care care);

/// Success means that what the file holds now is on disk.
Status confirm_on_disk(const std::string& path);

}  // namespace connect::host
