// Finds people who have gone quiet, and makes initials for redacted reports.
#include <algorithm>
#include <map>

#include "domain/report/report.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"

namespace connect {
namespace {

constexpr std::size_t most_quiet = 5;
constexpr int shortest_silence = 21;  // days
constexpr int longest_silence = 366;  // days
constexpr int fewest_meetings = 3;

bool is_quiet(const Meetings& met, Day day) {
  if (met.days < fewest_meetings) return false;
  const int usual_gap = (met.last - met.first) / (met.days - 1);
  const int silence = day - met.last;
  return silence > std::max(shortest_silence, 2 * usual_gap) && silence <= longest_silence;
}

std::string first_letter(const std::string& name) {
  const std::string shown = visible(name);
  return shown.empty() ? "?" : shown.substr(0, decode(shown, 0).bytes);
}

}  // namespace

std::vector<Report::Met> quiet_people(const Summary& summary, Day day) {
  std::vector<Report::Met> quiet;
  const auto meetings = summary.details->meetings_before(day + 1, summary.people.size());
  for (NameIndex person = 0; person < meetings.size(); ++person)
    if (is_quiet(meetings[person], day) && !summary.persons[person].facts().resting)
      quiet.push_back({summary.people.display(person), meetings[person].last});
  std::ranges::sort(quiet, [](const auto& a, const auto& b) {
    return std::tie(a.last, a.name) < std::tie(b.last, b.name);
  });
  if (quiet.size() > most_quiet) quiet.resize(most_quiet);
  return quiet;
}

std::vector<std::string> initials(const Summary& summary) {
  const Names& names = summary.people;
  std::vector<std::string> out(names.size());
  std::map<std::string, int> bearers;
  const auto give = [&](NameIndex person) {
    std::string& text = out[names.root(person)];
    if (!text.empty()) return;
    text = first_letter(names.display(person)) + ".";
    const int number = ++bearers[text];
    if (number > 1) text += std::to_string(number);
  };
  for (const auto& share : summary.details->with)
    for (NameIndex person : summary.details->lists[share.list]) give(person);
  for (NameIndex i = 0; i < names.size(); ++i) give(i);
  return out;
}

}  // namespace connect
