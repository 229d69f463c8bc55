#include "store/import/table.hpp"

#include <algorithm>

namespace connect::store {
namespace {

/// Decodes \t, \n, \r and \\; any other backslash stays.
std::string unescaped(std::string_view text) {
  constexpr std::string_view letters = "tnr\\", meant = "\t\n\r\\";
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto known =
        text[i] == '\\' && i + 1 < text.size() ? letters.find(text[i + 1]) : text.npos;
    if (known == text.npos) {
      out += text[i];
    } else {
      out += meant[known];
      ++i;
    }
  }
  return out;
}

}  // namespace

bool TableReader::next(TableRow& row) {
  while (at_ < text_.size()) {
    row = {line_, {}, ""};
    separator_ == ',' ? read_comma_row(row) : read_tab_row(row);
    if (row.fields.size() > 1 || !row.fields[0].empty()) return true;
  }
  return false;
}

bool TableReader::read_tab_row(TableRow& row) {
  const auto end = std::min(text_.find('\n', at_), text_.size());
  std::string_view line = text_.substr(at_, end - at_);
  at_ = end + 1;
  ++line_;
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (true) {
    const auto tab = line.find('\t');
    row.fields.push_back(unescaped(line.substr(0, tab)));
    if (tab == line.npos) return true;
    line.remove_prefix(tab + 1);
  }
}

bool TableReader::read_comma_row(TableRow& row) {
  while (true) {
    std::string field;
    if (at_ < text_.size() && text_[at_] == '"') field = quoted_field(row);
    const auto end = std::min(text_.find_first_of(",\n", at_), text_.size());
    std::string_view rest = text_.substr(at_, end - at_);
    const bool last = end == text_.size() || text_[end] == '\n';
    if (last && rest.ends_with('\r')) rest.remove_suffix(1);
    row.fields.push_back(field.append(rest));
    at_ = end + 1;
    if (!last) continue;
    ++line_;
    return true;
  }
}

/// Reads a quoted field from the quote at `at_` to the closing one; a doubled quote is a quote.
std::string TableReader::quoted_field(TableRow& row) {
  std::string out;
  for (++at_; at_ < text_.size(); ++at_) {
    const bool quote = text_[at_] == '"';
    if (quote && (at_ + 1 == text_.size() || text_[at_ + 1] != '"')) {
      ++at_;
      if (at_ < text_.size() &&
          std::string_view(",\r\n").find(text_[at_]) == std::string_view::npos)
        row.fault = "text follows a closing quote";
      return out;
    }
    if (quote) ++at_;
    if (text_[at_] == '\n') ++line_;
    out += text_[at_];
  }
  row.fault = "a quote is not closed";
  return out;
}

}  // namespace connect::store
