// The answer of `import`, as a page and as JSON.
#pragma once

#include <string>
#include <vector>

#include "domain/outcome/import.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

struct ImportAnswer {
  std::string format;
  bool saved = false;  // at least one record was added
  bool dry_run = false;
  ImportTally tally;
  std::vector<ImportedHabit> habits;
  std::vector<ImportedPerson> people = {};  // of a vCard file
  std::size_t unmatched = 0;                // cards of people not known here, which --all adds
};

Page import_page(const ImportAnswer& answer);
/// The same for a vCard file.
Page vcard_page(const ImportAnswer& answer);
/// {schema, command, saved, format, imported, known, removed, period, habits}, and of a vCard file
/// {people, unmatched}
std::string import_json(const ImportAnswer& answer);

}  // namespace connect::render
