#include "store/import/json_text.hpp"

#include <algorithm>

namespace connect::store {
namespace {

using nlohmann::json;

constexpr int deepest_document = 8;  // levels of nesting
constexpr std::string_view json_white = " \t\r\n";

std::size_t line_number(std::string_view text, std::size_t byte) {
  const auto before = text.substr(0, std::min(byte, text.size()));
  return 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
}

/// Steps over valid JSON, value by value, without parsing it; stops at the end of a truncated text.
class Cursor {
 public:
  Cursor(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  /// Skips white space, commas and colons; returns the character there, or NUL at the end.
  char next() {
    at_ = std::min(text_.find_first_not_of(" \t\r\n,:", at_), text_.size());
    return at_ < text_.size() ? text_[at_] : '\0';
  }

  /// Steps over the opening bracket of an array or object.
  void enter() { ++at_; }
  std::size_t at() const { return at_; }

  /// The text of the value at the cursor, which moves to its end.
  std::string_view value() {
    const std::size_t begin = at_;
    int depth = 0;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        skip_string();
      } else if (depth == 0 && c != '{' && c != '[') {
        at_ = std::min(text_.find_first_of(",]} \t\r\n", at_), text_.size());
      } else {
        depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
        ++at_;
      }
      if (depth <= 0) break;
    }
    return text_.substr(begin, at_ - begin);
  }

 private:
  void skip_string() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_)
      if (text_[at_] == '\\') ++at_;
    at_ = std::min(at_ + 1, text_.size());
  }

  std::string_view text_;
  std::size_t at_;
};

/// Parses with a callback that is given the depth; refuses text that is not valid JSON.
template <class Callback>
std::optional<json> parsed_source(const Source& source, Harvest& harvest, Callback callback) {
  try {
    return json::parse(source.text, callback);
  } catch (const json::parse_error& fault) {
    harvest.refuse(place_in(source, line_number(source.text, fault.byte)), "not valid JSON");
  } catch (const json::exception&) {
    harvest.refuse(source.name, "not JSON that can be read");
  }
  return std::nullopt;
}

}  // namespace

std::optional<json> json_document(const Source& source, Harvest& harvest) {
  bool too_deep = false;
  auto document = parsed_source(source, harvest, [&](int depth, json::parse_event_t, json&) {
    too_deep = too_deep || depth > deepest_document;
    return depth <= deepest_document;
  });
  if (document && !too_deep) return document;
  if (too_deep) harvest.refuse(source.name, "nested too deeply");
  return std::nullopt;
}

bool is_sound_json(const Source& source, Harvest& harvest) {
  const auto nothing = [](int, json::parse_event_t, json&) { return false; };
  return parsed_source(source, harvest, nothing).has_value();
}

bool each_element(
    std::string_view text, std::string_view key,
    const std::function<void(std::size_t line, std::string_view element)>& on_element) {
  Cursor cursor(text, 0);
  if (cursor.next() != '{') return false;
  cursor.enter();
  const std::string wanted = '"' + std::string(key) + '"';
  while (cursor.next() == '"') {
    const bool is_it = cursor.value() == wanted;
    if (!is_it || cursor.next() != '[') {
      cursor.next();
      cursor.value();
      continue;
    }
    std::size_t line = line_number(text, cursor.at()), seen = cursor.at();
    cursor.enter();
    for (char next = cursor.next(); next != ']' && next != '\0'; next = cursor.next()) {
      line += line_number(text.substr(seen, cursor.at() - seen), text.size()) - 1;
      seen = cursor.at();
      on_element(line, cursor.value());
    }
    return true;
  }
  return false;
}

std::string on_one_line(std::string_view text) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (!in_string && json_white.find(c) != json_white.npos) continue;
    out += c;
    if (c == '"') in_string = !in_string;
    if (in_string && c == '\\') out += text[++i];
  }
  return out;
}

std::string text_member(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

}  // namespace connect::store
