// One function a command; forgetting one is a compile error in run.cpp.
#pragma once

#include "app/session.hpp"

namespace connect::app {

Outcome perform(const cli::TodayArgs& args, Session& session);
Outcome perform(const cli::PromptArgs& args, Session& session);
Outcome perform(const cli::LogArgs& args, Session& session);
Outcome perform(const cli::StreakArgs& args, Session& session);
Outcome perform(const cli::ReportArgs& args, Session& session);
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
Outcome perform(const cli::CompleteArgs& args, Session& session);
Outcome perform(const cli::PeopleArgs& args, Session& session);
Outcome perform(const cli::PersonSetArgs& args, Session& session);
Outcome perform(const cli::PersonRenameArgs& args, Session& session);
Outcome perform(const cli::NoticeArgs& args, Session& session);
Outcome perform(const cli::FeelArgs& args, Session& session);
Outcome perform(const cli::RestArgs& args, Session& session);
Outcome perform(const cli::InitArgs& args, Session& session);
Outcome perform(const cli::CompletionsArgs& args, Session& session);
Outcome perform(const cli::HelpArgs& args, Session& session);
Outcome perform(const cli::VersionArgs& args, Session& session);

}  // namespace connect::app
