// The real programs: the user's git (git.cpp) and editor (editor.cpp).
#pragma once

#include "connect/app.hpp"

namespace connect::host {

class RealPrograms : public Programs {
 public:
  Result<ProcessResult> git(const std::string& folder, const std::vector<std::string>& words,
                            std::string_view input) override;
  Result<Draft> edited(std::string_view text, const std::string& folder) override;
};

}  // namespace connect::host
