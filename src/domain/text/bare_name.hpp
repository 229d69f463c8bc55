// Names as words of a sentence: "@Maya, thanks", "with @Sam.", "@Maya's soup"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace connect {

/// The word without the punctuation that ends it: , ; : ! ? and full stops. Initials keep their
/// last full stop: "J.R." Empty if the word is punctuation only.
std::string bare_name(std::string_view word);
/// bare_name() without the possessive: "Maya" of "Maya's," and "James" of "James'".
std::string name_in_sentence(std::string_view word);

/// The name with tidy white space and without leading `sign` characters.
std::string tidy_name(std::string_view name, char sign);
/// The one name that a command takes: tidy_name(), and of "@Maya." name_in_sentence().
std::string single_name(std::string_view name);
/// The parts of a word that begin with a sign, @ or +: "@Maya" and "@Sam" of "@Maya/@Sam", "@Maya"
/// and "+work" of "@Maya+work". Without another sign before a letter or digit, the whole word.
std::vector<std::string_view> signed_parts(std::string_view word);
/// The names in @WORD, +WORD or the value of --with: one in "@Maya,", two in "@Maya,@Sam" and
/// "Maya, Sam", and one in "Dr. Smith, Jr." Only what begins with the sign is part of a sentence.
std::vector<std::string> names_in(std::string_view word, char sign);

}  // namespace connect
