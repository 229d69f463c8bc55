// The sentences of `report --effect`, for the terminal and for Markdown.
#pragma once

#include <string>
#include <vector>

#include "domain/report/effect.hpp"

namespace connect::render {

/// The answer, and sentences on how to read it or how to get one.
std::vector<std::string> effect_sentences(const EffectView& view);
/// A heading and the sentences.
std::string effect_markdown(const EffectView& view);

}  // namespace connect::render
