#include "store/import/vcard.hpp"

#include <algorithm>
#include <array>

#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/reach_url.hpp"
#include "domain/text/utf8.hpp"
#include "domain/time/day_words.hpp"

namespace connect::store {
namespace {

/// A property of a card, unfolded: "TEL;TYPE=home:+1 555".
struct Property {
  std::size_t line = 0;
  std::string name;                     // in lower case, without its group
  std::vector<std::string> parameters;  // "type=home", in lower case
  std::string value;                    // decoded, but with its backslashes
};

constexpr std::string_view nothing_imported = "nothing was imported; ";

Error broken(const std::string& file, std::size_t line, const std::string& why,
             const std::string& remedy) {
  return usage_error(
      std::string(nothing_imported) + file + " line " + std::to_string(line) + ": " + why, remedy);
}

/// The error for a text or a value that is in another encoding.
Error not_utf8(const std::string& file, std::size_t line, const std::string& found) {
  return broken(file, line, found,
                "export the contacts again as vCard 3.0 or 4.0, which are UTF-8");
}

/// Splits at each `mark` that is not after a backslash.
std::vector<std::string> split(std::string_view text, char mark) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == mark) {
      parts.emplace_back();
      continue;
    }
    parts.back() += text[i];
    if (text[i] == '\\' && i + 1 < text.size()) parts.back() += text[++i];
  }
  return parts;
}

/// A name without backslashes and with tidy spaces.
std::string plain_name(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escaped = text[i] == '\\' && i + 1 < text.size();
    if (is_escaped) ++i;
    out += is_escaped && (text[i] == 'n' || text[i] == 'N') ? ' ' : text[i];
  }
  return tidied(out);
}

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The bytes of a quoted-printable value (RFC 2045, 6.7).
std::string from_quoted_printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_pair = text[i] == '=' && i + 2 < text.size() && digit_of(text[i + 1]) >= 0 &&
                         digit_of(text[i + 2]) >= 0;
    out +=
        is_pair ? static_cast<char>(digit_of(text[i + 1]) * 16 + digit_of(text[i + 2])) : text[i];
    if (is_pair) i += 2;
  }
  return out;
}

bool has_parameter(const Property& property, std::string_view wanted) {
  return std::ranges::find(property.parameters, wanted) != property.parameters.end();
}

/// The value of the parameter that begins with `name` and an equals sign, or empty.
std::string parameter(const Property& property, std::string_view name) {
  for (const auto& each : property.parameters)
    if (each.starts_with(name)) return each.substr(name.size());
  return "";
}

bool is_quoted_printable(const Property& property) {
  return has_parameter(property, "quoted-printable") ||
         has_parameter(property, "encoding=quoted-printable");
}

/// A line as a property; one without a colon has no name.
Property property_of(std::string_view line, std::size_t number) {
  Property out;
  out.line = number;
  bool is_quoted = false;
  std::size_t colon = 0;
  while (colon < line.size() && (is_quoted || line[colon] != ':'))
    is_quoted ^= line[colon++] == '"';
  if (colon == line.size()) return out;
  out.parameters = split(lower_case(line.substr(0, colon)), ';');
  for (auto& each : out.parameters) std::erase(each, '"');
  const std::string name = tidied(out.parameters.front());
  out.name = name.substr(name.rfind('.') + 1);  // without the group: item1.EMAIL
  out.parameters.erase(out.parameters.begin());
  out.value = line.substr(colon + 1);
  return out;
}

/// The properties of a text, with folded lines joined.
std::vector<Property> properties_of(std::string_view text) {
  std::vector<Property> out;
  std::string line;
  std::size_t number = 0, first = 0;
  const auto finish = [&] {
    if (!line.empty()) out.push_back(property_of(line, first));
    line.clear();
  };
  std::optional<bool> is_printable;
  bool is_open = false;  // a quoted-printable line that ends with an equals sign continues
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view next = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (next.ends_with('\r')) next.remove_suffix(1);
    ++number;
    const bool is_folded = !line.empty() && (next.starts_with(' ') || next.starts_with('\t'));
    if (is_folded && !is_open) next.remove_prefix(1);
    if (!is_open && !is_folded) {
      finish();
      first = number;
      is_printable.reset();
    }
    line += next;
    is_open = line.ends_with('=');
    if (is_open && !is_printable) is_printable = is_quoted_printable(property_of(line, first));
    is_open = is_open && *is_printable;
    if (is_open) line.pop_back();
  }
  finish();
  return out;
}

/// Decodes the value of a property that is used; an error if it is not UTF-8.
Status decode_value(Property& property, const std::string& file) {
  if (is_quoted_printable(property)) property.value = from_quoted_printable(property.value);
  const std::string charset = parameter(property, "charset=");
  if (!charset.empty() && charset != "utf-8" && charset != "utf8" && charset != "us-ascii")
    return not_utf8(file, property.line, "the encoding " + charset + " is not UTF-8");
  if (invalid_utf8_at(property.value)) return not_utf8(file, property.line, "not UTF-8");
  return success();
}

/// YYYYMMDD, YYYY-MM-DD, --MMDD or --MM-DD, and with a time after T; nothing for what has no day.
std::optional<YearlyDay> birthday_in(const Property& property) {
  std::string date = property.value.substr(0, property.value.find('T'));
  std::string year;
  if (date.starts_with("--")) {
    date.erase(0, 2);
  } else if (date.size() >= 8) {
    year = date.substr(0, 4);
    date.erase(0, date[4] == '-' ? 5 : 4);
  }
  if (date.size() == 4) date.insert(2, "-");
  if (!year.empty() && parameter(property, "x-apple-omit-year=") != year) date = year + "-" + date;
  return yearly_day_as_written(date);
}

/// Whether a birthday is valid without a day and a month: 1985, 1985-05, --05, ---12, or text.
bool is_partial_date(const Property& property) {
  const std::string& value = property.value;
  const bool is_short = value.size() == 4 || value.size() == 5 || value.size() == 7;
  return value.empty() || has_parameter(property, "value=text") ||
         (is_short && value.find_first_not_of("0123456789-") == value.npos);
}

/// The URL of an e-mail address or a phone number, or empty.
std::string url_of(const Property& property) {
  std::string value = property.value;
  if (property.name == "email") {
    if (!value.starts_with("mailto:")) value = "mailto:" + tidied(value);
    if (value.find('@') == value.npos) return "";
  } else {
    if (value.starts_with("tel:")) value.erase(0, 4);
    // The (0) of +49 (0)170 is dialled only without the country code.
    if (const auto zero = value.find("(0)"); value.starts_with('+') && zero != value.npos)
      value.erase(zero, 3);
    std::erase_if(
        value, [](char c) { return std::string_view(" ()/").find(c) != std::string_view::npos; });
    if (value.find_first_of("0123456789") == value.npos) return "";
    value = "tel:" + value;
  }
  return is_reach_url(value) ? value : "";
}

bool is_preferred(const Property& property) {
  return std::ranges::any_of(property.parameters, [](const std::string& each) {
    return each == "pref" || each == "pref=1" ||
           (each.starts_with("type=") && each.find("pref") != each.npos);
  });
}

/// Builds contacts from the properties of a file.
class CardReader {
 public:
  explicit CardReader(const std::string& file) : file_(file) {}

  Status take(Property property) {
    const std::string value = lower_case(tidied(property.value));
    const bool begins = property.name == "begin" && value == "vcard";
    const bool ends = property.name == "end" && value == "vcard";
    const bool is_agent = last_ == "agent";  // version 2.1 nests the card of an agent
    last_ = property.name;
    if (begins && (!card_ || is_agent)) {
      if (depth_++ == 0) card_.emplace().line = property.line;
      return success();
    }
    if (begins) return unended();
    if (ends && depth_ > 0) {
      if (--depth_ == 0) finish();
      return success();
    }
    return depth_ == 1 ? use(std::move(property)) : success();
  }

  Result<std::vector<Contact>> contacts() && {
    if (card_) return unended();
    if (!all_.empty()) return std::move(all_);
    return usage_error(std::string(nothing_imported) + "there is no vCard in " + file_,
                       "export the contacts as vCard (.vcf), then run the same command again");
  }

 private:
  Error unended() const {
    return broken(file_, card_->line, "the vCard that begins here has no END:VCARD",
                  "the file is cut off: export the contacts again");
  }

  void finish() {
    if (card_->name.empty()) card_->name = names_;
    if (card_->first_name.empty()) card_->first_name = card_->name.substr(0, card_->name.find(' '));
    card_->reach = !emails_.empty() ? emails_ : phones_;
    all_.push_back(*std::move(card_));
    card_.reset();
    names_ = emails_ = phones_ = "";
    has_preferred_email_ = has_preferred_phone_ = false;
  }

  Status use(Property property) {
    constexpr std::array<std::string_view, 6> used = {"fn",   "n",     "nickname",
                                                      "bday", "email", "tel"};
    if (std::ranges::find(used, property.name) == used.end()) return success();
    if (auto decoded = decode_value(property, file_); !decoded) return decoded;
    if (property.name == "fn" && card_->name.empty()) card_->name = plain_name(property.value);
    if (property.name == "n") use_names(property);
    if (property.name == "nickname")
      for (const auto& each : split(property.value, ','))
        if (std::string name = plain_name(each); !name.empty())
          card_->nicknames.push_back(std::move(name));
    if (property.name == "bday") use_birthday(property);
    if (property.name == "email") use_address(property, emails_, has_preferred_email_);
    if (property.name == "tel") use_address(property, phones_, has_preferred_phone_);
    return success();
  }

  /// N is family name; first names; more names; and so on.
  void use_names(const Property& property) {
    const auto parts = split(property.value, ';');
    if (parts.size() > 1) card_->first_name = plain_name(parts[1]);
    names_ = tidied(card_->first_name + " " + plain_name(parts[0]));
  }

  void use_birthday(Property property) {
    property.value = tidied(property.value);
    const auto date = birthday_in(property);
    if (date && exists(*date)) {
      card_->birthday = date;
    } else if (is_partial_date(property)) {
      card_->is_partial = true;
    } else {
      card_->bad_birthday = broken(
          file_, property.line, "the birthday \"" + property.value + "\" is not a date",
          "write it as 1985-05-12 or --05-12 in " + file_ + ", then run the same command again");
    }
  }

  static void use_address(const Property& property, std::string& known, bool& is_known_preferred) {
    const std::string url = url_of(property);
    const bool wins = known.empty() || (is_preferred(property) && !is_known_preferred);
    if (url.empty() || !wins) return;
    known = url;
    is_known_preferred = is_preferred(property);
  }

  const std::string& file_;
  std::vector<Contact> all_;
  std::optional<Contact> card_;  // the one that is being read
  std::string names_;            // those of its N
  std::string emails_, phones_;  // its address so far, of either kind
  bool has_preferred_email_ = false, has_preferred_phone_ = false;
  std::string last_;  // name of the property before
  int depth_ = 0;
};

}  // namespace

Result<std::vector<Contact>> contacts_of(std::string_view text, const std::string& file) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff"))
    return usage_error(std::string(nothing_imported) + file + " is UTF-16, not UTF-8",
                       "convert it with iconv -f utf-16 -t utf-8");
  CardReader reader(file);
  for (Property& property : properties_of(without_mark(text)))
    if (auto taken = reader.take(std::move(property)); !taken) return taken.error();
  return std::move(reader).contacts();
}

}  // namespace connect::store
