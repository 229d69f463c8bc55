// JSON of other programs, and where in it something stands.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "store/import/harvest.hpp"

namespace connect::store {

/// The document, or nothing after its fault was refused. Nesting is followed to a depth of 8.
std::optional<nlohmann::json> json_document(const Source& source, Harvest& harvest);

/// Refuses a text that is no JSON, with the line of the fault; true when it is sound.
bool is_sound_json(const Source& source, Harvest& harvest);

/// Calls for each element of the array that the top-level object has under this key, as it stands
/// in the text. False when there is no such array. Requires sound JSON.
bool each_element(
    std::string_view text, std::string_view key,
    const std::function<void(std::size_t line, std::string_view element)>& on_element);

/// The same JSON on one line. Requires sound JSON.
std::string on_one_line(std::string_view json);

/// The member if it is a text, else empty.
std::string text_member(const nlohmann::json& object, const char* name);

}  // namespace connect::store
