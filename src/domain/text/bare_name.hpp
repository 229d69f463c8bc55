// Names as words of a sentence: "@Maya, thanks", "with @Sam."
#pragma once

#include <string>
#include <string_view>

namespace connect {

/// The word without the punctuation that ends it: , ; : ! ? and full stops. Initials keep their
/// last full stop: "J.R." Empty if the word is punctuation only.
std::string bare_name(std::string_view word);

}  // namespace connect
