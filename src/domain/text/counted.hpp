// Numbers with their noun, in the singular or the plural.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace connect {

/// "1 day", "5 days"; "5 entries" if `plural` gives an irregular form.
std::string counted(std::int64_t number, std::string_view noun, std::string_view plural = {});

}  // namespace connect
