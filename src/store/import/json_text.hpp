// JSON of other files: parsed with errors by line, or split into elements that keep their bytes.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "store/import/harvest.hpp"

namespace connect::store {

/// The parsed document; nothing, after refusing it, if it is not valid or is nested more than 8
/// deep.
std::optional<nlohmann::json> json_document(const Source& source, Harvest& harvest);

/// Whether the text is valid JSON; if not, it is refused with the line of the error.
bool is_sound_json(const Source& source, Harvest& harvest);

/// Calls on_element for each element of the array under this key of the top-level object, with its
/// line and its bytes. False if there is no such array. Requires valid JSON.
bool each_element(
    std::string_view text, std::string_view key,
    const std::function<void(std::size_t line, std::string_view element)>& on_element);

/// The same JSON without white space between tokens, and so on one line. Requires valid JSON.
std::string on_one_line(std::string_view json);

/// The member if it is a string, else empty.
std::string text_member(const nlohmann::json& object, const char* name);

}  // namespace connect::store
