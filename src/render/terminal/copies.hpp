// Pages of `merge` and `sync`: how many records came from which copy, and how many were sent.
#pragma once

#include <span>
#include <string>

#include "domain/outcome/copies.hpp"
#include "render/terminal/page.hpp"

namespace connect::render {

/// `can_be_undone`: whether `undo` takes what was merged back.
Page merge_page(std::span<const TakenIn> copies, bool can_be_undone);
Page sync_page(const Synced& synced);
/// "3 acts", "1 act and 2 other records", "nothing".
std::string amount_words(const Amount& amount);

}  // namespace connect::render
