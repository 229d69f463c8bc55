// Reads contacts from vCard files: versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "connect/result.hpp"
#include "domain/time/yearly_day.hpp"

namespace connect::store {

/// A card, as far as `import vcard` uses it.
struct Contact {
  std::size_t line = 0;  // at which it begins, from 1
  std::string name;      // FN, else the names of N; may be empty
  std::string first_name;
  std::vector<std::string> nicknames;
  std::optional<YearlyDay> birthday;
  bool is_partial = false;            // the birthday has no day and month, and is left out
  std::optional<Error> bad_birthday;  // the usage error for one that is not a date
  std::string reach;  // the preferred address, else the first: mailto: before tel:; or empty
};

/// The cards of a file in their order. A usage error, which names the line, if the text is not
/// UTF-8, is cut off or has no card.
Result<std::vector<Contact>> contacts_of(std::string_view text, const std::string& file);

}  // namespace connect::store
