// One function per command: it runs the parsed arguments and returns output and exit status. Errors
// become an Outcome through Session::fail. run.cpp calls them with std::visit, so that a command
// without a function does not compile.
#pragma once

#include "app/session.hpp"

namespace connect::app {

Outcome perform(const cli::TodayArgs& args, Session& session);
Outcome perform(const cli::PromptArgs& args, Session& session);
Outcome perform(const cli::LogArgs& args, Session& session);
Outcome perform(const cli::StreakArgs& args, Session& session);
Outcome perform(const cli::ReportArgs& args, Session& session);
Outcome perform(const cli::EffectArgs& args, Session& session);
Outcome perform(const cli::ListArgs& args, Session& session);
Outcome perform(const cli::GetArgs& args, Session& session);
Outcome perform(const cli::UndoArgs& args, Session& session);
Outcome perform(const cli::RedoArgs& args, Session& session);
Outcome perform(const cli::AmendArgs& args, Session& session);
Outcome perform(const cli::RemoveArgs& args, Session& session);
Outcome perform(const cli::ExportArgs& args, Session& session);
Outcome perform(const cli::ImportArgs& args, Session& session);
Outcome perform(const cli::MergeArgs& args, Session& session);
Outcome perform(const cli::SyncArgs& args, Session& session);
Outcome perform(const cli::DoctorArgs& args, Session& session);
Outcome perform(const cli::ForgetArgs& args, Session& session);
Outcome perform(const cli::WhyArgs& args, Session& session);
Outcome perform(const cli::MemoriesArgs& args, Session& session);
Outcome perform(const cli::CompleteArgs& args, Session& session);
Outcome perform(const cli::PeopleArgs& args, Session& session);
Outcome perform(const cli::PersonCardArgs& args, Session& session);
Outcome perform(const cli::PersonSetArgs& args, Session& session);
Outcome perform(const cli::PersonRenameArgs& args, Session& session);
Outcome perform(const cli::WriteArgs& args, Session& session);
Outcome perform(const cli::NoticeArgs& args, Session& session);
Outcome perform(const cli::KindnessesArgs& args, Session& session);
Outcome perform(const cli::AskArgs& args, Session& session);
Outcome perform(const cli::AsksArgs& args, Session& session);
Outcome perform(const cli::SuggestArgs& args, Session& session);
Outcome perform(const cli::SuggestionsArgs& args, Session& session);
Outcome perform(const cli::FeelArgs& args, Session& session);
Outcome perform(const cli::RatingsArgs& args, Session& session);
Outcome perform(const cli::RestArgs& args, Session& session);
Outcome perform(const cli::RestsArgs& args, Session& session);
Outcome perform(const cli::InitArgs& args, Session& session);
Outcome perform(const cli::CompletionsArgs& args, Session& session);
Outcome perform(const cli::ConfigArgs& args, Session& session);
Outcome perform(const cli::HelpArgs& args, Session& session);
Outcome perform(const cli::VersionArgs& args, Session& session);

}  // namespace connect::app
