// Pages of `feel` and `rest`.
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

constexpr std::string_view undo_words = "   (undo: connect undo)";

/// "contentment 6, calm 5": the ratings that were given.
std::string ratings(const Feelings& felt) {
  std::string out;
  for (std::size_t i = 0; i < feeling_names.size(); ++i)
    if (felt.items[i] >= 0)
      out.append(out.empty() ? "" : ", ")
          .append(feeling_names[i])
          .append(" ")
          .append(std::to_string(felt.items[i]));
  return out;
}

}  // namespace

Page feelings_question() {
  Page page;
  page.line({{"  And how are you right now? connect feel C,T,K", Style::quiet},
             {" (contentment, trust, calm; 0 to 10)", Style::quiet}},
            2);
  return page;
}

Page felt_page(const Felt& said, Day today) {
  Page page;
  page.line({{"Noted: " + ratings(said.felt) + " · " + spoken(said.day, today)},
             {std::string(undo_words), Style::quiet}},
            2);
  return page;
}

Page rested_page(const Rested& said, Day today) {
  const auto [since, until] = said.days;
  const std::string range =
      since == until ? spoken(since, today) : spoken(since, today) + " to " + spoken(until, today);
  Page page;
  page.line({{(said.rest ? "Resting: " : "No longer resting: ") + range},
             {std::string(undo_words), Style::quiet}},
            2);
  return page;
}

}  // namespace connect::render
