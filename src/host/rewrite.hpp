// Replaces a file by another one in one step: whoever reads meanwhile sees the old bytes or the new
// ones, and a power cut leaves one of the two. What cannot be made sure of is not begun.
#pragma once

#include "connect/app.hpp"

namespace connect::host {

Result<Rewritten> rewrite_whole(const std::string& given, const Rewriting& how);

}  // namespace connect::host
