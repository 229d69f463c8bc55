#include "store/format/fields.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace connect::store {
namespace {

using TextField = std::optional<std::string> Fields::*;
using ListField = std::optional<std::vector<std::string>> Fields::*;
using FlagField = std::optional<bool> Fields::*;
using NumberField = std::optional<std::int64_t> Fields::*;
using FractionField = std::optional<double> Fields::*;
using FeelingField = std::optional<Feelings> Fields::*;
using DateField = std::optional<std::string> Fields::Date::*;

template <class Field>
struct Named {
  std::string_view name;
  Field field;
};

constexpr std::array<Named<TextField>, 21> texts = {{{"id", &Fields::id},
                                                     {"op", &Fields::op},
                                                     {"at", &Fields::at},
                                                     {"day", &Fields::day},
                                                     {"act", &Fields::act},
                                                     {"note", &Fields::note},
                                                     {"prompt", &Fields::prompt},
                                                     {"ref", &Fields::ref},
                                                     {"suggestion", &Fields::suggestion},
                                                     {"person", &Fields::person},
                                                     {"instead_of", &Fields::instead_of},
                                                     {"from", &Fields::from},
                                                     {"to", &Fields::to},
                                                     {"name", &Fields::name},
                                                     {"occasion", &Fields::occasion},
                                                     {"place", &Fields::place},
                                                     {"setting", &Fields::setting},
                                                     {"reach", &Fields::reach},
                                                     {"text", &Fields::text},
                                                     {"hint", &Fields::hint},
                                                     {"effort", &Fields::effort}}};
constexpr std::array<Named<ListField>, 5> lists = {{{"with", &Fields::with},
                                                    {"tags", &Fields::tags},
                                                    {"ask", &Fields::ask},
                                                    {"kindness", &Fields::kindness},
                                                    {"wish", &Fields::wish}}};
constexpr std::array<Named<FlagField>, 8> flags = {{{"removed", &Fields::removed},
                                                    {"rest", &Fields::rest},
                                                    {"resting", &Fields::resting},
                                                    {"undo", &Fields::undo},
                                                    {"forgotten", &Fields::forgotten},
                                                    {"redacted", &Fields::redacted},
                                                    {"never", &Fields::never},
                                                    {"held", &Fields::held}}};
constexpr std::array<Named<NumberField>, 2> numbers = {
    {{"v", &Fields::v}, {"every_days", &Fields::every_days}}};
constexpr std::array<Named<FractionField>, 1> fractions = {{{"p", &Fields::p}}};
constexpr std::array<Named<FeelingField>, 2> feelings = {
    {{"before", &Fields::before}, {"felt", &Fields::felt}}};

constexpr std::array<Named<DateField>, 2> date_texts = {
    {{"on", &Fields::Date::on}, {"what", &Fields::Date::what}}};

template <class Table>
auto field_named(const Table& table, std::string_view name) -> decltype(table[0].field) {
  for (const auto& row : table)
    if (row.name == name) return row.field;
  return nullptr;
}

constexpr int deepest_line = 8;  // levels of objects and arrays, the outermost included

/// Handler of the SAX parser, which builds no document. A value of the wrong type under a known
/// name ends the parse with a reason; a value under an unknown name is skipped.
class FieldReader {
 public:
  using number_integer_t = nlohmann::json::number_integer_t;
  using number_unsigned_t = nlohmann::json::number_unsigned_t;
  using number_float_t = nlohmann::json::number_float_t;

  FieldReader(Line& line, Read read) : line_(line), read_(read) {}

  bool key(const std::string& name) {
    if (skip_from_ != 0) return true;
    key_ = read_ == Read::all_fields || is_identity(name) ? name : "";
    return true;
  }

  bool string(const std::string& text) {
    if (skip_from_ != 0 || in_unknown_feeling()) return true;
    if (list_ != nullptr) {
      list_->push_back(text);
      return true;
    }
    if (dates_ != nullptr) return text_of_date(text);
    return place(field_named(texts, key_), text);
  }

  bool number_integer(number_integer_t value) { return number(value); }
  bool number_unsigned(number_unsigned_t value) {
    return number(static_cast<std::int64_t>(std::min<number_unsigned_t>(value, INT64_MAX)));
  }
  bool number_float(number_float_t value, const std::string&) {
    if (depth_ == 0) return fail("not a JSON object");
    if (skip_from_ != 0 || in_unknown_feeling()) return true;
    if (dates_ != nullptr) return other_of_date();
    if (feelings_ == nullptr && field_named(fractions, key_) != nullptr)
      return place(field_named(fractions, key_), value);
    return is_known(key_) || feelings_ != nullptr ? fail_key() : true;
  }

  bool boolean(bool value) {
    if (skip_from_ != 0 || in_unknown_feeling()) return true;
    if (dates_ != nullptr) return other_of_date();
    return place(field_named(flags, key_), value);
  }

  bool null() { return depth_ > 0 ? true : fail("not a JSON object"); }  // null counts as absent
  bool binary(nlohmann::json::binary_t&) { return fail("binary data"); }

  bool start_object(std::size_t) {
    if (++depth_ > deepest_line) return fail("nested too deeply");
    if (depth_ == 1 || skip_from_ != 0) return true;
    if (in_unknown_feeling()) return skip();
    if (dates_ != nullptr) return in_date_ ? skip_in_date() : start_date();
    if (list_ != nullptr || feelings_ != nullptr) return fail_key();
    if (const auto field = field_named(feelings, key_)) {
      if ((fields().*field).has_value()) return fail_key();
      feelings_ = &(fields().*field).emplace();
    } else if (depth_ == 2 && key_ == "set" && !line_.has_set) {
      line_.has_set = true;
      in_set_ = true;
    } else {
      return skip_or_fail();
    }
    return true;
  }

  bool end_object() {
    if (skip_from_ == depth_) {
      skip_from_ = 0;
    } else if (skip_from_ == 0) {
      if (feelings_ != nullptr) {
        feelings_ = nullptr;
      } else if (in_date_) {
        in_date_ = false;
      } else if (depth_ == 2) {
        in_set_ = false;
      }
    }
    --depth_;
    return true;
  }

  bool start_array(std::size_t) {
    if (++depth_ > deepest_line) return fail("nested too deeply");
    if (depth_ == 1) return fail("not a JSON object");
    if (skip_from_ != 0) return true;
    if (in_unknown_feeling()) return skip();
    if (dates_ != nullptr) return in_date_ ? skip_in_date() : fail_key();
    if (list_ != nullptr || feelings_ != nullptr) return fail_key();
    if (in_set_ && key_ == "dates") {
      if (fields().dates) return fail_key();
      dates_ = &fields().dates.emplace();
      return true;
    }
    const auto field = field_named(lists, key_);
    if (field == nullptr) return skip_or_fail();
    if ((fields().*field).has_value()) return fail_key();
    list_ = &(fields().*field).emplace();
    return true;
  }

  bool end_array() {
    if (skip_from_ == depth_) {
      skip_from_ = 0;
    } else if (skip_from_ == 0) {
      list_ = nullptr;
      dates_ = nullptr;
    }
    --depth_;
    return true;
  }

  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) {
    return fail("not valid JSON");
  }

  std::string reason;

 private:
  Fields& fields() { return in_set_ ? line_.set : line_.top; }

  bool fail(const char* why) {
    reason = why;
    return false;
  }
  bool fail_key() { return fail("a field has a value of the wrong type"); }

  static bool is_identity(std::string_view name) {
    return name == "v" || name == "id" || name == "op" || name == "at";
  }

  bool is_known(std::string_view name) const {
    return name == "set" || (in_set_ && name == "dates") || field_named(texts, name) != nullptr ||
           field_named(lists, name) != nullptr || field_named(flags, name) != nullptr ||
           field_named(numbers, name) != nullptr || field_named(fractions, name) != nullptr ||
           field_named(feelings, name) != nullptr;
  }

  bool skip_or_fail() { return is_known(key_) ? fail_key() : skip(); }

  bool skip() {
    skip_from_ = depth_;
    return true;
  }

  bool start_date() {
    in_date_ = true;
    dates_->emplace_back();
    return true;
  }

  bool text_of_date(const std::string& text) {
    if (!in_date_) return fail_key();
    const auto field = field_named(date_texts, key_);
    if (field == nullptr) return true;
    if ((dates_->back().*field).has_value()) return fail_key();
    dates_->back().*field = text;
    return true;
  }

  /// A value of a date that is not text.
  bool other_of_date() {
    return in_date_ && field_named(date_texts, key_) == nullptr ? true : fail_key();
  }

  bool skip_in_date() { return field_named(date_texts, key_) == nullptr ? skip() : fail_key(); }

  bool in_unknown_feeling() const {
    return feelings_ != nullptr &&
           std::find(feeling_names.begin(), feeling_names.end(), key_) == feeling_names.end();
  }

  /// Stores a value. A repeated key is refused, since either value could be the intended one.
  template <class Field, class Value>
  bool place(Field field, const Value& value) {
    if (depth_ == 0) return fail("not a JSON object");
    if (list_ != nullptr || feelings_ != nullptr) return fail_key();
    if (field == nullptr) return is_known(key_) ? fail_key() : true;
    if ((fields().*field).has_value()) return fail_key();
    fields().*field = value;
    return true;
  }

  bool number(std::int64_t value) {
    if (skip_from_ != 0) return true;
    if (dates_ != nullptr) return other_of_date();
    if (feelings_ == nullptr) {
      const auto field = field_named(numbers, key_);
      if (field != nullptr && (value < 0 || value > INT32_MAX)) return fail_key();
      return place(field, value);
    }
    for (std::size_t i = 0; i < feeling_names.size(); ++i)
      if (feeling_names[i] == key_) {
        if (value < 0 || value > 10 || feelings_->items[i] != -1) return fail_key();
        feelings_->items[i] = static_cast<std::int8_t>(value);
      }
    return true;
  }

  Line& line_;
  Read read_;
  std::string key_;
  std::vector<std::string>* list_ = nullptr;
  Feelings* feelings_ = nullptr;
  std::vector<Fields::Date>* dates_ = nullptr;
  bool in_date_ = false;
  bool in_set_ = false;
  int depth_ = 0;
  int skip_from_ = 0;  // depth of the unknown value that is being skipped, or 0
};

}  // namespace

std::optional<std::string> parse_fields(std::string_view text, Line& line, Read read) {
  FieldReader reader(line, read);
  if (nlohmann::json::sax_parse(text.begin(), text.end(), &reader)) return std::nullopt;
  return reader.reason;
}

std::vector<std::string> words_of(const Wishes& wishes) {
  std::vector<std::string> words;
  if (wishes.act) words.emplace_back("act");
  if (wishes.person) words.emplace_back("person");
  if (wishes.small) words.emplace_back(slug(Effort::small));
  if (wishes.place) words.emplace_back(slug(*wishes.place));
  return words;
}

Wishes wishes_from(const std::vector<std::string>& words) {
  Wishes wishes;
  for (const auto& word : words) {
    wishes.act = wishes.act || word == "act";
    wishes.person = wishes.person || word == "person";
    wishes.small = wishes.small || word == slug(Effort::small);
    for (const Place place : {Place::any, Place::in_person, Place::remote})
      if (word == slug(place)) wishes.place = place;
  }
  return wishes;
}

}  // namespace connect::store
