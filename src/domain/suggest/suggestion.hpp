// The built-in suggestions: small, concrete invitations for each of the four acts.
//
// The texts are in constant tables, one source file for each act. Ledgers refer to suggestions by
// id, so an item that is no longer wanted is retired, never removed, renumbered or changed into
// another idea.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "domain/suggest/act.hpp"

namespace connect {

/// Where a suggestion can be done. `any` fits both of the others.
enum class Place : std::uint8_t { any, in_person, remote };

/// The part of life it is about. `any` fits both of the others.
enum class Setting : std::uint8_t { any, home, work };

/// How long it takes: `small` up to two minutes, `medium` up to twenty. For an offer this is the
/// time to make it, unless the text gives the help on the spot.
enum class Effort : std::uint8_t { small, medium };

/// Whether the text can name a person: with `none` it decides itself whom it is about, with
/// `optional` it reads well with a name or with "someone", with `needed` it requires a known
/// person.
enum class Company : std::uint8_t { none, optional, needed };

/// How long ago the person may have been met: `recent` needs an entry of the last 30 days, `any`
/// one that is not long ago, and `lasting` suits a long silence as well (is_out_of_touch()).
enum class After : std::uint8_t { recent, any, lasting };

/// Occurs at most once in a text, never at its beginning, and only where a person is optional or
/// needed. It is replaced by a name or by "someone".
inline constexpr std::string_view someone_placeholder = "{someone}";

/// `optional` for a text with the placeholder, else `none`.
Company company_of(std::string_view text);

struct Suggestion {
  std::string_view id;  // "thank-07": the act's slug and two digits, permanent
  Act act;
  std::string_view text;  // at most 140 ASCII characters, even with a name of 20
  std::string_view hint;  // how to do it, in one line of at most 100 ASCII characters
  Place place;
  Setting setting;
  Effort effort;
  Company person;
  std::string_view evidence;  // key of a ResearchFinding in evidence.hpp
  bool retired;               // still known by its id, but no longer suggested
  After after = After::any;

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// The built-in suggestions of one act, retired ones included, sorted by id. The span and its texts
/// live as long as the program.
std::span<const Suggestion> suggestions_for(Act act);

/// The built-in suggestion with this id; null if there is none.
const Suggestion* built_in_suggestion(std::string_view id);

/// The tables that suggestions_for() selects from, one in each suggestions_*.cpp.
std::span<const Suggestion> check_in_suggestions();
std::span<const Suggestion> offer_suggestions();
std::span<const Suggestion> listen_suggestions();
std::span<const Suggestion> thank_suggestions();

/// The words used on the command line, in the configuration and in JSON: "in-person", "home",
/// "small", "needed".
std::string_view slug(Place place);
std::string_view slug(Setting setting);
std::string_view slug(Effort effort);
std::string_view slug(Company company);

}  // namespace connect
