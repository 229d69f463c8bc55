// Replaces a file atomically: a reader sees the old bytes or the new ones, and a power cut leaves
// one of the two.
//
// Under the exclusive lock: read, make the new bytes, back up, write PATH.connect-XXXXXX, fsync,
// read back and compare, check that the file has not changed, rename, fsync the folder. A change by
// a program that ignores locks starts it over, at most five times; without locks in the file system
// it refuses.
#pragma once

#include "connect/app.hpp"

namespace connect::host {

/// As Files::rewrite.
Result<Rewritten> rewrite_whole(const std::string& given, const Rewriting& how);

}  // namespace connect::host
