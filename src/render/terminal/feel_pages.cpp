// Pages of `feel` and `rest`.
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {
namespace {

/// "Rest days · Thu 24 Dec to Sun 27 Dec   (undo: connect undo)".
Page confirmed(std::string what, std::string days) {
  Page page;
  page.line(
      {{std::move(what)}, {" · "}, {std::move(days), Style::plain, 0, true}, {"   "}, undo_hint()},
      2);
  return page;
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
  return confirmed(rating_words(said.felt), spoken(said.day, today));
}

Page rested_page(const Rested& said, Day today) {
  return confirmed(rest_words(said), range_words(said.days, today));
}

}  // namespace connect::render
