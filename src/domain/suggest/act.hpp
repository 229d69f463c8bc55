// The four acts of connection, and every word that is accepted for them.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace connect {

enum class Act : std::uint8_t { check_in, offer, listen, thank };

inline constexpr std::array<Act, 4> all_acts = {Act::check_in, Act::offer, Act::listen, Act::thank};

/// The index of the act in all_acts, 0 to 3; used wherever counts are kept by act.
constexpr std::size_t index(Act act) { return static_cast<std::size_t>(act); }

/// The act's name in the ledger, in JSON and on the command line: "check-in".
std::string_view slug(Act act);

/// The act as a title for display: "Offer your skills".
std::string_view title(Act act);

/// Other words accepted for the act; stable, so that scripts may use them.
std::span<const std::string_view> aliases(Act act);

/// Every word for an act: the slugs, then the aliases.
std::vector<std::string> act_words();

/// The act that a word names on the command line in place of a command: `connect thank`. Not a
/// single letter, and not "help".
std::optional<Act> act_from_command(std::string_view word);

/// The act that a slug or alias names, ignoring case; empty for any other word.
std::optional<Act> act_from_word(std::string_view word);

/// A phrase for what was done: "Thanked Maya", "Listened", "Checked in with Sam". `people` is the
/// text that names them, empty when nobody was named.
std::string done_phrase(Act act, std::string_view people);

}  // namespace connect
