#include "store/format/scanner.hpp"

#include <algorithm>
#include <array>

namespace connect::store {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view opening = "{\"v\":";  // of every line that this program writes
constexpr std::string_view unfinished = "incomplete";
constexpr std::string_view empty_array = "an empty array";
constexpr std::string_view around{"\0\r \t\n", 5};  // bytes ignored at both ends of a line

std::string_view trimmed(std::string_view text) {
  while (true) {
    if (text.starts_with(byte_order_mark)) {
      text.remove_prefix(byte_order_mark.size());
      continue;
    }
    const auto first = text.find_first_not_of(around);
    if (first == text.npos) return {};
    if (first == 0) break;
    text.remove_prefix(first);
  }
  return text.substr(0, text.find_last_not_of(around) + 1);
}

/// An array without records, such as [] (what jq makes of an empty ledger) or [[]]. A single
/// bracket is not one: it is a line of an array that is spread over many.
bool is_hollow(std::string_view text) {
  // Asked of every line, so first what an object answers at its first character.
  if (text.find_first_not_of("[], \t\r") != text.npos) return false;
  return std::ranges::count_if(text, [](char c) { return c == '[' || c == ']'; }) > 1;
}

bool is_conflict_marker(std::string_view text) {
  constexpr std::array<std::string_view, 4> markers = {"<<<<<<<", "|||||||", "=======", ">>>>>>>"};
  return std::ranges::any_of(markers, [&](auto marker) {
    return text.starts_with(marker) && (text.size() == 7 || text[7] == ' ');
  });
}

}  // namespace

bool Problem::is_strange() const {
  return damage != Damage::marker && reason != unfinished && reason != empty_array;
}

std::size_t Scanner::Braces::end_of_object(std::string_view text) {
  const auto ends_run = [](char c) { return c == '"' || c == '\\'; };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (in_string && !escaped) {  // most of a line: go to the next quote or backslash
      const auto run = text.substr(i);
      i += static_cast<std::size_t>(std::ranges::find_if(run, ends_run) - run.begin());
      if (i == text.size()) break;
    }
    const char c = text[i];
    if (in_string) {
      if (escaped) {
        escaped = false;
      } else if (c == '\\') {
        escaped = true;
      } else {
        in_string = false;
      }
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (c == '}' || c == ']') {
      if (--depth == 0) return i + 1;
    }
  }
  return std::string_view::npos;
}

void Scanner::feed(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto end = bytes.find('\n');
    const bool whole = end != bytes.npos;
    const std::string_view piece = bytes.substr(0, end);
    const std::size_t taken = whole ? end + 1 : bytes.size();
    bytes.remove_prefix(taken);
    if (pending_.empty()) line_begin_ = next_byte_;
    next_byte_ += taken;
    if (whole && pending_.empty() && !skipping_ && piece.size() <= longest_line) {
      line(piece, End::of_line);  // the usual case: no copy
    } else if (!skipping_) {
      pending_.append(piece);
      if (pending_.size() > longest_line) overlong();
      if (whole && !skipping_) line(pending_, End::of_line);
      if (whole) pending_.clear();
    }
    if (whole) {
      end_array();
      skipping_ = false;
      ++line_number_;
    }
  }
}

void Scanner::finish() {
  if (!pending_.empty()) line(pending_, End::of_file);
  pending_.clear();
  end_array();
  const bool is_last_line = open_line_ + 1 >= line_number_;
  if (!open_.empty()) drop_open(is_last_line ? Damage::torn : Damage::bad_line, line_number_);
}

/// A line longer than 1 MiB is bad, unless it is an array of records or continues an open object:
/// then its complete records are taken, and the rest of the line is scanned as it arrives.
void Scanner::overlong() {
  const std::string so_far = std::move(pending_);
  pending_.clear();
  const bool is_array = !open_.empty() || trimmed(so_far).starts_with('[') || array_;
  std::string_view text = so_far;
  if (is_array && open_.empty() && !array_) text.remove_prefix(text.find('['));
  hollow_ = array_ ? hollow_ : is_array;
  array_ = is_array;
  if (is_array) return spread(text, End::none);
  open_.clear();
  problem(Damage::bad_line, line_number_, "longer than 1 MiB");
  skipping_ = true;
}

/// Ends an array on an overlong line; one without records is reported like any overlong line.
void Scanner::end_array() {
  if (array_ && hollow_ && open_.empty())
    problem(Damage::bad_line, line_number_, "longer than 1 MiB");
  array_ = hollow_ = false;
}

void Scanner::line(std::string_view raw, End end) {
  if (braces_.in_string && !open_.empty()) return continue_object(raw, end);
  const std::string_view text = trimmed(raw);
  if (text.empty()) return;
  if (is_conflict_marker(text)) return problem(Damage::marker, line_number_, "git conflict marker");
  if (open_.empty() && !array_ && is_hollow(text))
    return problem(Damage::bad_line, line_number_,
                   std::string(text == "[]" ? empty_array : "an array without records"));
  if (text.starts_with('{') && text.ends_with('}')) {
    const bool may_pass = open_.empty() && passes_over && passes_over(text);
    if (may_pass && Braces{}.end_of_object(text) == text.size()) return;
    const Shape shape = text.size() == raw.size() ? Shape::line : Shape::padded;
    if (open_.empty() && take(text, line_number_, shape)) return;
    // A whole record inside an unfinished object: that object was torn before this line.
    if (!open_.empty() && decode(text).kind == LineKind::record) {
      drop_open(Damage::bad_line, line_number_ - 1);
      take(text, line_number_, shape);
      return;
    }
  }
  spread(text, end);
}

void Scanner::spread(std::string_view text, End end) {
  if (open_.empty()) {
    objects(text, end);
  } else {
    continue_object(text, end);
  }
}

/// Objects on one line, with the brackets and commas of an array around them.
void Scanner::objects(std::string_view text, End end) {
  while (true) {
    const auto next = text.find_first_not_of("[], \t\r");
    if (next == text.npos) return;
    text.remove_prefix(next);
    if (text[0] != '{')
      return problem(end == End::of_file ? Damage::torn : Damage::bad_line, line_number_,
                     "not a JSON object");
    braces_ = {};
    const auto size = braces_.end_of_object(text);
    if (size == text.npos) {
      open_ = text;
      open_line_ = line_number_;
      return leave_open(end);
    }
    take_or_report(text.substr(0, size), line_number_);
    text.remove_prefix(size);
  }
}

void Scanner::continue_object(std::string_view text, End end) {
  const auto size = braces_.end_of_object(text);
  open_.append(text.substr(0, size));
  if (size == text.npos) return leave_open(end);
  const std::string object = std::move(open_);
  open_.clear();
  take_or_report(object, open_line_);
  objects(text.substr(size), end);
}

/// An object may continue after the end of a line, but a JSON string cannot: then the line was
/// torn.
void Scanner::leave_open(End end) {
  if (end == End::of_file) return drop_open(Damage::torn, line_number_);
  if (open_.size() > longest_line || (end == End::of_line && braces_.in_string))
    drop_open(Damage::bad_line, line_number_);
}

void Scanner::take_or_report(std::string_view object, std::size_t line) {
  if (!take(object, line, Shape::spread)) problem(Damage::bad_line, line, decode(object).reason);
}

/// False when the text is bad. Otherwise the record was passed on, or other JSON was reported.
bool Scanner::take(std::string_view object, std::size_t line, Shape shape) {
  decode(object, decoded_);
  if (decoded_.kind == LineKind::bad) return false;
  hollow_ = false;
  if (decoded_.kind == LineKind::record) {
    record_line_ = shape == Shape::line
                       ? LineRef{line_begin_, static_cast<std::uint32_t>(object.size())}
                       : LineRef{};
    if (on_text) on_text(decoded_.record, object, line, shape);
    on_record_(decoded_.record);
  } else {
    problem(Damage::foreign, line, decoded_.reason);
  }
  return true;
}

/// Gives up on the open object and reports it.
void Scanner::drop_open(Damage damage, std::size_t last_line) {
  const bool ours = open_.starts_with(opening) || opening.starts_with(open_);
  open_.clear();
  problem(damage, open_line_, std::string(ours ? unfinished : "not valid JSON"), last_line);
}

void Scanner::problem(Damage damage, std::size_t line, std::string reason, std::size_t last_line) {
  hollow_ = false;
  on_problem_({damage, line, std::move(reason), last_line == 0 ? line_number_ : last_line});
}

}  // namespace connect::store
