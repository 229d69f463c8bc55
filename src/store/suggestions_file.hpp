// The user's own suggestions: suggestions.json in the configuration folder.
#pragma once

#include <string>

#include "connect/bank.hpp"
#include "connect/result.hpp"

namespace connect::store {

/// Adds every item of this JSON text, an array of objects with the fields of a suggestion, to the
/// bank; or none, with an error that names the item and the field.
Status add_suggestions(Bank& bank, const std::string& text);

}  // namespace connect::store
