// Drafts: notes that were written in an editor and are not saved in the ledger yet.
//
// A draft is a file note-XXXXXX.txt, mode 0600, in $XDG_STATE_HOME/connect/drafts. It exists from
// before the editor starts until its text is saved, so that the text can be found again whatever
// ends this program in between. The editor may keep files of its own in that folder
// (note-XXXXXX.txt~, .note-XXXXXX.txt.swp); they hold the same text and are removed with the draft.
//
// connect 1.0 kept connect-note-XXXXXX.txt in $XDG_RUNTIME_DIR or /tmp and left it there when it
// was interrupted: those are drafts, too.
#pragma once

#include <string>
#include <vector>

#include "connect/app.hpp"
#include "domain/outcome/finding.hpp"

namespace connect::store {

/// The folder of drafts; empty without a state folder.
std::string drafts_folder(const Facts& facts);
/// The paths of all draft files that are left and owned by the user, including empty ones and the
/// editor's own files.
std::vector<std::string> drafts(Files& files, const Facts& facts);
/// How to save the text of a draft, as the hint of an error.
std::string draft_remedy(const std::string& path);
/// Removes a draft and the editor's files for it. A failure is not reported; doctor finds the file.
void remove_draft(Files& files, const std::string& path);
/// One finding for each draft that is not blank.
std::vector<Finding> draft_findings(Files& files, const Facts& facts);

}  // namespace connect::store
