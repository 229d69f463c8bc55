// The follow-ups that are open, for `ask`, entries that close them and the card of a person.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.hpp"
#include "domain/summary/summary_views.hpp"

namespace connect::app {

/// All open follow-ups, the earliest first: one item for each person of a follow-up.
std::vector<FollowUp> open_follow_ups(const Session& session, const Summary& summary);

/// Where a follow-up was typed: the words of `ask`, those after --, or --ask.
enum class AskedIn : std::uint8_t { words, note, option };

/// The follow-up that these words describe: a day or none, which means tomorrow, and what to ask.
/// Words after -- are only what to ask. A usage error without people, without words, or for a day
/// that cannot be meant.
Result<Asked> follow_up_from(std::string_view words, std::vector<std::string> with,
                             Session& session, AskedIn from);

/// What an entry closes: the follow-ups of its people that are due, and if it is a thank-you the
/// kindnesses of theirs.
struct Closed {
  std::vector<std::string> asks;        // ids
  std::vector<std::string> kindnesses;  // ids
  std::vector<std::string> texts;       // of all of them
};
Closed closed_by(const Session& session, const Summary& summary, const Record& entry);

}  // namespace connect::app
