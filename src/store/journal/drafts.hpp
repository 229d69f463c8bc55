// Drafts: notes that were written in an editor and are not in the ledger yet.
//
// A draft is a file of its own, note-XXXXXX.txt, 0600, in $XDG_STATE_HOME/connect/drafts. It is
// there from before the editor starts until its words are saved, so whatever ends this program
// meanwhile leaves them where they can be found. Beside it the editor may keep files of its own
// (note-XXXXXX.txt~, .note-XXXXXX.txt.swp); they hold the same words and go with it.
//
// connect 1.0 kept connect-note-XXXXXX.txt in $XDG_RUNTIME_DIR or /tmp, and left it there when it
// was interrupted: those are looked for as well.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "domain/outcome/symptom.hpp"

namespace connect::store {

/// Where drafts are; empty when there is no place for them.
std::string drafts_folder(const Facts& facts);
/// Every file of a draft that is left and is the user's own, empty ones included.
std::vector<std::string> drafts(Files& files, const Facts& facts);
/// How the words of a draft are saved after all.
std::string draft_remedy(const std::string& path);
/// Removes a draft, and what the editor put beside it. No word when that fails: doctor finds it.
void remove_draft(Files& files, const std::string& path);
/// One finding for each draft that has words in it.
std::vector<Symptom> draft_findings(Files& files, const Facts& facts);

}  // namespace connect::store
