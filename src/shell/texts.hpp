// What the program prints for the shells: the files of this folder and of completions/, included
// when it is built. Constants, so that no ledger, setting or environment can reach an `eval`.
#pragma once

#include <string_view>

namespace connect::shell {

extern const std::string_view init_bash;
extern const std::string_view init_zsh;
extern const std::string_view init_fish;
extern const std::string_view completions_bash;
extern const std::string_view completions_zsh;
extern const std::string_view completions_fish;

}  // namespace connect::shell
