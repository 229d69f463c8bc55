#include "store/settings_file.hpp"

#include <algorithm>
#include <utility>

#include "domain/text/foreign_text.hpp"

namespace connect::store {
namespace {

constexpr std::string_view blanks = " \t";
/// Characters that end a bare word.
constexpr std::string_view signs = " \t\r\n,=#[]{}\"'";

class SettingsReader {
 public:
  explicit SettingsReader(std::string_view text) : text_(text) {}

  std::vector<SettingLine> lines() {
    std::vector<SettingLine> found;
    while (at_ < text_.size()) {
      SettingLine line;
      line.line = line_;
      skip_blanks();
      const bool says_something = !at_line_end();
      if (says_something) {
        read(line);
        if (line.fault.empty() && !at_line_end()) line.fault = text_after_value;
      }
      const bool is_table = says_something && line.fault.empty() && line.name.empty();
      if (says_something && !is_table) found.push_back(std::move(line));
      if (!std::exchange(stays_, false)) next_line();
    }
    return found;
  }

 private:
  static constexpr const char* no_setting = "not a setting such as rhythm = 4";
  static constexpr const char* no_end = "the list has no end; close it with ]";
  static constexpr const char* open_text = "a quote is not closed";
  static constexpr const char* text_after_value = "unexpected text after the value";

  void read(SettingLine& line) {
    if (peek() == '[') return read_table(line);
    std::string name = key(line);
    if (!line.fault.empty()) return;
    line.name = table_.empty() ? std::move(name) : table_ + "." + name;
    skip_blanks();
    if (peek() != '=') {
      line.fault = no_setting;
      return;
    }
    ++at_;
    skip_blanks();
    peek() == '[' ? read_list(line) : read_values(line);
    if (line.fault.empty() && line.values.empty() && !is_list_) line.fault = "a value is missing";
  }

  void read_table(SettingLine& line) {
    ++at_;
    skip_blanks();
    std::string name = key(line);
    skip_blanks();
    if (line.fault.empty() && peek() != ']') line.fault = "a [ is not closed";
    if (!line.fault.empty()) return;
    ++at_;
    skip_blanks();
    table_ = std::move(name);
  }

  std::string key(SettingLine& line) {
    std::string name;
    if (peek() == '"' || peek() == '\'')
      name = quoted(line);
    else
      name = bare();
    if (line.fault.empty() && name.empty()) line.fault = no_setting;
    return name;
  }

  /// Values up to the end of the line.
  void read_values(SettingLine& line) {
    is_list_ = false;
    while (line.fault.empty() && !at_line_end()) {
      read_value(line);
      while (peek() == ',' || peek() == ' ' || peek() == '\t') ++at_;
    }
  }

  /// Values up to the closing bracket, with line ends and comments between them.
  void read_list(SettingLine& line) {
    is_list_ = true;
    ++at_;
    while (line.fault.empty()) {
      skip_blanks();
      if (at_ == text_.size()) {
        line.fault = no_end;
      } else if (at_line_end()) {
        next_line();
      } else if (peek() == ',') {
        ++at_;
      } else if (peek() == ']') {
        ++at_;
        return skip_blanks();
      } else {
        read_value(line);
        skip_blanks();
        if (peek() == '=') end_list_before_setting(line);
      }
    }
  }

  /// An unclosed list ends before the next setting, which is then parsed on its own.
  void end_list_before_setting(SettingLine& line) {
    line.fault = no_end;
    if (line_ == line.line) return;
    at_ = begin_;
    stays_ = true;
  }

  void read_value(SettingLine& line) {
    std::string value = peek() == '"' || peek() == '\'' ? quoted(line) : bare();
    if (line.fault.empty() && value.empty() && !last_was_quoted_)
      line.fault = "a value is missing; put text in quotes";
    line.values.push_back(std::move(value));
  }

  std::string bare() {
    last_was_quoted_ = false;
    const auto end = std::min(text_.find_first_of(signs, at_), text_.size());
    std::string word(text_.substr(at_, end - at_));
    at_ = end;
    return word;
  }

  /// "..." with the escapes \" \\ \t \n, or '...' without any.
  std::string quoted(SettingLine& line) {
    last_was_quoted_ = true;
    const char quote = text_[at_++];
    std::string out;
    for (; at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n'; ++at_) {
      char c = text_[at_];
      if (quote == '"' && c == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n') {
        c = text_[++at_];
        c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
      }
      out += c;
    }
    if (peek() == quote)
      ++at_;
    else
      line.fault = open_text;
    return out;
  }

  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  void skip_blanks() { at_ = std::min(text_.find_first_not_of(blanks, at_), text_.size()); }

  /// Whether the rest of the line is empty or a comment.
  bool at_line_end() const {
    const std::string_view rest = text_.substr(at_);
    return rest.empty() || rest[0] == '\n' || rest[0] == '#' || rest == "\r" ||
           rest.starts_with("\r\n");
  }

  void next_line() {
    const auto end = text_.find('\n', at_);
    at_ = end == text_.npos ? text_.size() : end + 1;
    begin_ = at_;
    ++line_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;  // offset of the current line
  std::size_t line_ = 1;
  bool stays_ = false;  // the current line must be parsed again, as a setting
  std::string table_;
  bool is_list_ = false;
  bool last_was_quoted_ = false;
};

}  // namespace

std::vector<SettingLine> setting_lines(std::string_view text) {
  return SettingsReader(without_mark(text)).lines();
}

}  // namespace connect::store
