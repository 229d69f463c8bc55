// The bank of suggestions: small, concrete invitations for each of the four acts.
//
// The texts live in constant tables, one file an act. An id is a promise, because ledgers refer to
// it: an item that no longer pleases is retired, never removed, renumbered or given another idea.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "domain/suggest/act.hpp"

namespace connect {

/// Where a suggestion can be taken up. `any` fits both of the others.
enum class Place : std::uint8_t { any, in_person, remote };

/// The part of life it speaks about. `any` fits both of the others.
enum class Setting : std::uint8_t { any, home, work };

/// How long it takes: `small` two minutes at most, `medium` twenty at most. For an offer this is
/// the time to make it, unless the text gives the help on the spot.
enum class Effort : std::uint8_t { small, medium };

/// How much the text wants a named person: `none` chooses for itself whom it is about, `optional`
/// reads well with a name or with "someone", `needed` makes sense only for a person already known.
enum class Company : std::uint8_t { none, optional, needed };

/// Stands at most once in a text, never in its first place, and only where a person is optional or
/// needed; a name or the word "someone" takes its place.
inline constexpr std::string_view someone_placeholder = "{someone}";

struct Suggestion {
  std::string_view id;  // "thank-07": the act's slug and two digits, permanent
  Act act;
  std::string_view text;  // at most 140 ASCII characters, also with a name of 20 in it
  std::string_view hint;  // the how, in one line of at most 100 ASCII characters
  Place place;
  Setting setting;
  Effort effort;
  Company person;
  std::string_view evidence;  // key of a Finding in evidence.hpp
  bool retired;               // true: still known by its id, no longer suggested

  friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

/// The built-in suggestions of one act, retired ones too, ordered by id. The span and all it refers
/// to live as long as the program.
std::span<const Suggestion> suggestions_for(Act act);

/// The four tables behind it.
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
