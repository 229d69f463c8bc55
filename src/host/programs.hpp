// The real programs: the user's git (git.cpp), editor (editor.cpp), pager (pager.cpp) and
// opener of addresses (opener.cpp).
#pragma once

#include "connect/app.hpp"

namespace connect::host {

class RealPrograms : public Programs {
 public:
  Result<ProcessResult> git(const std::string& folder, const std::vector<std::string>& words,
                            std::string_view input) override;
  Result<Draft> edited(std::string_view text, const std::string& folder) override;
  Status edit(const std::string& path) override;
  bool page(std::string_view text) override;
  Status open(const std::string& url) override;
  Result<ProcessResult> output_of(const std::vector<std::string>& words) override;
};

}  // namespace connect::host
