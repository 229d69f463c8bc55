#include "store/format/fast_decode.hpp"

#include <algorithm>
#include <array>
#include <cstring>

#include "domain/text/utf8.hpp"
#include "store/format/fields.hpp"

namespace connect::store {
namespace {

/// Whether every string on this line is exactly the bytes between its quotes: no control character,
/// which JSON forbids, no backslash, no ill-formed UTF-8. Tests eight bytes at once: (x - 0x20..) &
/// ~x sets the top bit of a byte below 0x20, (y - 0x01..) & ~y that of a zero byte.
bool is_verbatim(std::string_view line) {
  constexpr std::uint64_t each = 0x0101010101010101U;
  constexpr std::uint64_t top = each << 7;
  std::uint64_t odd = 0;
  std::uint64_t above_ascii = 0;
  const auto look_at = [&](std::uint64_t word) {
    const std::uint64_t slashes = word ^ each * '\\';
    odd |= ((word - each * ' ') & ~word) | ((slashes - each) & ~slashes);
    above_ascii |= word;
  };
  std::uint64_t word = 0;
  std::size_t at = 0;
  for (; at + sizeof word <= line.size(); at += sizeof word) {
    std::memcpy(&word, line.data() + at, sizeof word);
    look_at(word);
  }
  word = each * ' ';
  if (at < line.size()) std::memcpy(&word, line.data() + at, line.size() - at);
  look_at(word);
  return (odd & top) == 0 && ((above_ascii & top) == 0 || !invalid_utf8_at(line));
}

/// A cursor on a line. Each function consumes what its name says, or returns false.
class Rest {
 public:
  explicit Rest(std::string_view text) : text_(text) {}

  bool is_empty() const { return text_.empty(); }

  bool skip(std::string_view expected) {
    if (!text_.starts_with(expected)) return false;
    text_.remove_prefix(expected.size());
    return true;
  }

  template <class T>
  bool field(std::string_view key, T& value) {
    return skip(key) && take(value);
  }

  /// An optional field; without it, `value` is cleared.
  template <class T>
  bool maybe(std::string_view key, T& value) {
    if (skip(key)) return take(value);
    if constexpr (requires { value.clear(); }) {
      value.clear();  // keeps its memory
    } else {
      value = {};
    }
    return true;
  }

 private:
  /// A string. Its bytes are verbatim, so the next quote ends it.
  bool take(std::string_view& value) {
    if (!skip("\"")) return false;
    const auto end = text_.find('"');
    if (end == text_.npos) return false;
    value = text_.substr(0, end);
    text_.remove_prefix(end + 1);
    return true;
  }

  bool take(std::string& value) {
    std::string_view text;
    if (!take(text)) return false;
    value = text;
    return true;
  }

  bool take(std::vector<std::string>& values) {
    values.clear();
    if (!skip("[")) return false;
    do {
      std::string_view text;
      if (!take(text)) return false;
      values.emplace_back(text);
    } while (skip(","));
    return skip("]");
  }

  bool take(Wishes& value) {
    std::vector<std::string> words;
    const bool is_taken = take(words);
    value = wishes_from(words);
    return is_taken;
  }

  bool take(Day& value) { return take(value, day_from_iso); }
  bool take(Act& value) {
    return take(value, [](std::string_view text) -> std::optional<Act> {
      const auto* act = std::ranges::find(all_acts, text, [](Act each) { return slug(each); });
      return act == all_acts.end() ? std::nullopt : std::optional(*act);
    });
  }
  bool take(Instant& value) { return take(value, instant_from_rfc3339); }
  template <class T, class Parse>
  bool take(T& value, Parse parse) {
    std::string_view text;
    if (!take(text)) return false;
    const auto parsed = parse(text);
    value = parsed.value_or(T{});
    return parsed.has_value();
  }

  bool take(Feelings& value) {
    value = {};
    if (!skip("{")) return false;
    for (std::size_t i = 0; i < feeling_names.size(); ++i) {
      const auto before = text_;
      const bool is_here = (value.empty() || skip(",")) && skip("\"") && skip(feeling_names[i]);
      if (!is_here) {
        text_ = before;
      } else if (!skip("\":") || !take(value.items[i])) {
        return false;
      }
    }
    return skip("}");
  }
  bool take(std::int8_t& item) {
    const bool is_digit = !text_.empty() && text_[0] >= '0' && text_[0] <= '9';
    if (!is_digit) return false;
    item = skip("10") ? std::int8_t{10} : static_cast<std::int8_t>(text_[0] - '0');
    if (item < 10) text_.remove_prefix(1);
    return true;
  }

  std::string_view text_;
};

// The fields of each kind, in the order in which encode() writes them.

bool take_fields(Rest& line, Logged& said) {
  return line.field(R"(,"day":)", said.day) && line.field(R"(,"act":)", said.act) &&
         line.maybe(R"(,"with":)", said.with) && line.maybe(R"(,"tags":)", said.tags) &&
         line.maybe(R"(,"note":)", said.note) && line.maybe(R"(,"before":)", said.before) &&
         line.maybe(R"(,"felt":)", said.felt) && line.maybe(R"(,"prompt":)", said.prompt) &&
         line.maybe(R"(,"ask":)", said.ask) && line.maybe(R"(,"kindness":)", said.kindness);
}

bool take_fields(Rest& line, Felt& said) {
  return line.field(R"(,"day":)", said.day) && line.field(R"(,"felt":)", said.felt);
}

bool take_fields(Rest& line, Prompted& said) {
  said.never = false;  // decode_any() parses lines with this mark
  return line.field(R"(,"day":)", said.day) && line.field(R"(,"act":)", said.act) &&
         line.maybe(R"(,"suggestion":)", said.suggestion) &&
         line.maybe(R"(,"person":)", said.person) &&
         line.maybe(R"(,"instead_of":)", said.instead_of) &&
         line.maybe(R"(,"occasion":)", said.occasion) && line.maybe(R"(,"ref":)", said.ref) &&
         line.maybe(R"(,"wish":)", said.wish);
}

template <class About>
requires std::is_same_v<About, Noticed> || std::is_same_v<About, Asked>
bool take_fields(Rest& line, About& said) {
  return line.field(R"(,"day":)", said.day) && line.maybe(R"(,"with":)", said.with) &&
         line.maybe(R"(,"note":)", said.note);
}

/// Those that the program writes; decode_any() parses any other probability.
bool take_fields(Rest& line, Trial& said) {
  if (!line.field(R"(,"day":)", said.day) || !line.skip(R"(,"held":)")) return false;
  said.held = line.skip("true");
  said.probability = 1.0 / 3;
  return (said.held || line.skip("false")) && line.skip(R"(,"p":0.3333333333333333)");
}

template <class Said>
bool take_body(Rest& line, Body& body) {
  auto* said = std::get_if<Said>(&body);
  return take_fields(line, said != nullptr ? *said : body.emplace<Said>());
}

struct EverydayKind {
  std::string_view op;
  bool (*take)(Rest&, Body&);
};
/// The frequent kinds; the others are left to decode_any().
constexpr std::array<EverydayKind, 6> everyday_kinds = {{{"log", take_body<Logged>},
                                                         {"prompt", take_body<Prompted>},
                                                         {"feel", take_body<Felt>},
                                                         {"notice", take_body<Noticed>},
                                                         {"ask", take_body<Asked>},
                                                         {"trial", take_body<Trial>}}};

}  // namespace

bool read_own_line(std::string_view line, Record& record) {
  if (!is_verbatim(line)) return false;
  record.redacted = false;  // decode_any() parses lines with this mark
  Rest rest(line);
  std::string_view op;
  const bool is_headed = rest.field(R"({"v":1,"id":)", record.id) && !record.id.empty() &&
                         rest.field(R"(,"op":)", op) && rest.field(R"(,"at":)", record.at);
  const auto* kind = std::ranges::find(everyday_kinds, op, &EverydayKind::op);
  return is_headed && kind != everyday_kinds.end() && kind->take(rest, record.body) &&
         rest.skip("}") && rest.is_empty();
}

}  // namespace connect::store
