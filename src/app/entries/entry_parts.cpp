#include "app/entries/entry_parts.hpp"

#include <algorithm>

#include "domain/text/foreign_text.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/utf8.hpp"
#include "store/journal/drafts.hpp"

namespace connect::app {

Status fill_note(cli::EntryArgs& entry, Session& session) {
  if (entry.note_from_input) {
    auto text = session.files().standard_input(longest_note);
    if (!text) return text.error();
    *text = unix_text(*text);
    if (!entry.note.empty()) text->insert(0, entry.note + " ");
    entry.note = *std::move(text);
  }
  if (entry.note_from_editor) {
    auto draft = session.programs().edited(entry.note, store::drafts_folder(session.facts()));
    if (!draft) return draft.error();
    session.keep_draft(std::move(draft->path));
    entry.note = unix_text(draft->text);
  }
  if (entry.note_from_input || entry.note_from_editor)
    while (entry.note.ends_with('\n')) entry.note.pop_back();
  if (const auto at = invalid_utf8_at(entry.note))
    return usage_error("the note is not UTF-8 at byte " + std::to_string(*at),
                       "convert it first, for example: iconv -f latin1 -t utf-8");
  if (entry.note.size() > longest_note)
    return usage_error("the note is longer than 8 KiB; nothing was saved",
                       "shorten it, or split it into several entries");
  return success();
}

std::vector<std::string> known_spellings(const Names& names,
                                         const std::vector<std::string>& given) {
  std::vector<std::string> out;
  for (const auto& spelling : given) {
    const auto known = names.find(spelling);
    const std::string& name = known ? names.display(*known) : spelling;
    if (std::ranges::find(out, fold_key(name), fold_key) == out.end()) out.push_back(name);
  }
  return out;
}

void notice_near_miss(Session& session, const Names& known, const std::string& name,
                      bool is_saved) {
  if (known.find(name)) return;
  std::vector<std::string> others;
  for (NameIndex i = 0; i < known.size(); ++i) others.push_back(known.display(i));
  std::ranges::sort(others);  // independent of the order of records
  if (const auto close = nearest_name(name, others))
    session.notice(name + " is a new name; did you mean " + *close +
                   (is_saved ? "? connect undo takes this back" : "?"));
}

Instant moment_of(int minutes, const Session& session, Day day) {
  // A time before the start of the day belongs to the next calendar date.
  const Day date = minutes < session.config().day_start ? day + 1 : day;
  const int second = minutes * 60;
  return instant_at(date, second, session.facts().offset_at(date, second));
}

}  // namespace connect::app
