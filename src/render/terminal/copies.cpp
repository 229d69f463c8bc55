#include "render/terminal/copies.hpp"

#include "domain/text/counted.hpp"
#include "render/terminal/pages.hpp"
#include "render/terminal/words.hpp"

namespace connect::render {

std::string amount_words(const Amount& amount) {
  const std::size_t others = amount.records - amount.acts;
  if (amount.records == 0) return "nothing";
  if (others == 0) return counted(static_cast<std::int64_t>(amount.acts), "act");
  const std::string rest =
      counted(static_cast<std::int64_t>(others), amount.acts == 0 ? "record" : "other record");
  if (amount.acts == 0) return rest;
  return counted(static_cast<std::int64_t>(amount.acts), "act") + " and " + rest;
}

Page merge_page(std::span<const TakenIn> copies, bool can_be_undone) {
  Page page;
  Amount all;
  for (const TakenIn& copy : copies) all = all + copy.added;
  if (all.records == 0) page.line("Nothing new.");
  std::size_t left = all.records;
  for (const TakenIn& copy : copies) {
    left -= copy.added.records;
    const bool is_last = left == 0 && can_be_undone;
    if (copy.added.records > 0)
      page.line({{"Merged " + amount_words(copy.added) + " from " + copy.file},
                 {is_last ? "   " : ""},
                 is_last ? undo_hint() : Span{}},
                2);
    if (!copy.moved.empty()) page.line({{"Moved to " + copy.moved, Style::quiet}}, 2);
  }
  return page;
}

Page sync_page(const Synced& synced) {
  Page page;
  const bool is_quiet = synced.received.records == 0 && synced.sent.records == 0;
  page.line({{is_quiet ? "Already up to date"
                       : "Received " + amount_words(synced.received) + ", sent " +
                             amount_words(synced.sent)},
             {" · " + synced.remote, Style::quiet}},
            2);
  return page;
}

}  // namespace connect::render
