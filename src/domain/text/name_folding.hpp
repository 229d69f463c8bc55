// Compares names regardless of case and accents, and finds the name or word meant by a misspelled
// one.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace connect {

/// `name` with normalized white space (as Unicode defines it, including no-break and ideographic
/// spaces): none at the ends, one space for each run inside. Empty for a blank name, which is
/// invalid.
std::string tidied(std::string_view name);

/// The key under which two names are the same person: case and accents removed, for Latin, Greek
/// and Cyrillic; U+0300 to U+036F dropped; ß ss, æ ae, œ oe, ø o, ł l, đ d, ı i; runs of white
/// space become one space, none at the ends. Idempotent. Empty if the name has only spaces and
/// marks.
std::string fold_key(std::string_view name);

/// The ASCII letters that people write for a letter with accents: "o" for ö, "Ss" for ẞ. Empty for
/// any other code point.
std::string without_accents(char32_t letter);
/// Whether this is an accent on the letter before it: U+0300 to U+036F.
bool is_accent(char32_t c);

/// A fold key without its spaces, hyphens and full stops, which people leave out of names.
std::string without_gaps(std::string key);

/// The number of code points to insert, delete, replace or swap with their neighbour to turn `a`
/// into `b` (optimal string alignment). Takes fold keys. Time is |a| * |b|: the caller limits the
/// lengths.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate most likely meant by `word`, for "did you mean": the least edit_distance of fold
/// keys, at most 1, or 2 if both keys have six letters or more and begin with the same one. The
/// first of equals. Never `word` itself, byte for byte; empty for a key of one letter or of more
/// than 128 bytes.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

/// nearest() for names of people, who are many and have short names: two letters are too few to
/// guess from, of three the first one must be the same (Bob, Rob), and names whose digits differ
/// (P1, P2) are two people. If none is near, the only one that has `name` as some of its words:
/// "Aunt Ruth" for "Ruth".
std::optional<std::string> nearest_name(std::string_view name,
                                        std::span<const std::string> candidates);

}  // namespace connect
