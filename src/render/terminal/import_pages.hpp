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
};

Page import_page(const ImportAnswer& answer);
/// {schema, command, saved, format, imported, known, removed, period, habits}
std::string import_json(const ImportAnswer& answer);

}  // namespace connect::render
