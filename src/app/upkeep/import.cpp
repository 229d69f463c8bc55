// `import`: adds the records of another program's file or of connect's own exports, all or none.
#include <algorithm>

#include "app/entries/entry_parts.hpp"
#include "app/ledger_access.hpp"
#include "app/perform.hpp"
#include "app/saving.hpp"
#include "app/upkeep/vcard_import.hpp"
#include "domain/text/counted.hpp"
#include "domain/text/enumerated.hpp"
#include "domain/text/name_folding.hpp"
#include "domain/text/shell_word.hpp"
#include "render/terminal/import_pages.hpp"
#include "render/terminal/words.hpp"
#include "store/import/mapping.hpp"
#include "store/import/plan.hpp"

namespace connect::app {
namespace {

Result<const store::ImportFormat*> format_from(const std::string& name) {
  if (const auto* format = store::find_import_format(name)) return format;
  std::vector<std::string> names;
  for (const auto& format : store::import_formats()) names.emplace_back(format.name);
  names.emplace_back(vcard_format);
  const auto close = nearest(name, names);
  return usage_error(
      "cannot import from \"" + name + "\"" + (close ? "; did you mean " + *close + "?" : ""),
      "use " + enumerated(names, "or"));
}

/// The moment for a day without a recorded time: noon, but not later than now.
std::function<Instant(Day)> noons(const Facts& facts) {
  return [&facts](Day day) {
    constexpr int noon = 12 * 3600;
    const Instant at = instant_at(day, noon, facts.offset_at(day, noon));
    return at.seconds > facts.now.seconds ? facts.now : at;
  };
}

/// The last day that is not in the future. Records of connect may have been logged in a zone that
/// is a day ahead; the days of habits may not be after today.
Day latest_day(const Session& session, const store::ImportFormat& format) {
  return session.today() + (format.rows == store::ImportFormat::Rows::records ? 1 : 0);
}

Error bad_rows(const store::Harvest& harvest, const std::string& file) {
  std::string message = "nothing was imported";
  for (const auto& [place, reason] : harvest.bad)
    message.append("; ").append(place).append(": ").append(reason);
  if (harvest.bad_count > harvest.bad.size())
    message += "; and " + std::to_string(harvest.bad_count - harvest.bad.size()) + " more";
  return usage_error(std::move(message), "fix " + std::string(file == "-" ? "the input" : file) +
                                             ", then run the same command again");
}

/// The error for habits without a mapping; its hint is this command with a --map for each.
std::optional<Error> unmapped(const std::vector<ImportedHabit>& habits,
                              const cli::ImportArgs& args) {
  constexpr std::size_t shown = 8;
  std::string names, options;
  std::size_t count = 0;
  for (const auto& habit : habits) {
    if (habit.mapping || habit.count == 0) continue;
    options += " --map " + shell_word(habit.habit + "=ACT");
    if (++count > shown) continue;
    names += (count == 1 ? "" : ", ") + ("\"" + habit.habit + "\" (") +
             std::to_string(habit.count) + ")";
  }
  if (count == 0) return std::nullopt;
  if (count > shown) names += " and " + std::to_string(count - shown) + " more";
  std::string kept;
  for (const auto& mapping : args.mappings) {
    std::string text = mapping.habit + "=";
    text += mapping.act ? slug(*mapping.act) : "skip";
    if (!mapping.person.empty()) text += ":" + mapping.person;
    kept += " --map " + shell_word(text);
  }
  return usage_error("nothing was imported; which act is each of these? " + names,
                     "fill in each ACT (such as thank, thank:Maya or skip): connect import " +
                         args.format + " " + shell_word(args.file) + kept + options);
}

/// Messages for mappings whose habit is not in the file.
void notice_unused(Session& session, const std::vector<ImportedHabit>& habits,
                   const cli::ImportArgs& args) {
  for (const auto& mapping : args.mappings) {
    const auto bears_it = [&](const auto& habit) {
      return mapping.habit == "*" || fold_key(habit.habit) == fold_key(mapping.habit);
    };
    if (std::ranges::none_of(habits, bears_it))
      session.notice("--map was not used: no habit is called \"" + mapping.habit + "\"");
  }
}

Outcome import_answer(const Session& session, const render::ImportAnswer& answer) {
  if (session.json()) return session.text(render::import_json(answer));
  const auto page = render::import_page(answer);
  return answer.dry_run ? session.page(page) : session.echo(page);
}

}  // namespace

Outcome perform(const cli::ImportArgs& args, Session& session) {
  if (args.format == vcard_format) return import_vcard(args, session);
  const auto format = format_from(args.format);
  if (!format) return session.fail(format.error());
  store::Harvest harvest(
      latest_day(session, **format), noons(session.facts()),
      [&](const std::string& habit) { return store::is_left_out(habit, **format, args.mappings); });
  if (auto found = store::read_import(session.files(), **format, args.file, harvest); !found)
    return session.fail(found.error());
  auto habits = store::map_rows(harvest, **format, args.mappings);
  if (harvest.bad_count > 0) return session.fail(bad_rows(harvest, args.file));
  if (auto error = unmapped(habits, args)) return session.fail(*error);
  notice_unused(session, habits, args);

  store::KnownRecords known;
  const auto reading =
      read_ledger(session, Notes::leave, {{}, [&](const Record& record) {
                                            known.ids.insert(id_from_text(record.id));
                                            known.tombstones.add(record);
                                          }});
  if (!reading) return session.fail(reading.error());
  const auto plan =
      store::plan_import(std::move(harvest.records), std::move(known), reading->ledger);
  if (plan.otherwise > 0 && !habits.empty())
    return session.fail(
        usage_error("nothing was imported; the ledger already has another act or person for " +
                        counted(static_cast<std::int64_t>(plan.otherwise), "row"),
                    "use the same --map as then; or, if that import was the last "
                    "change here, run connect undo first"));
  const Summary known_here = summary_of(reading->ledger);
  for (const auto& mapping : args.mappings)
    if (!mapping.person.empty()) notice_near_miss(session, known_here, mapping.person, false);

  render::ImportAnswer answer{args.format, false, args.dry_run, plan.tally, std::move(habits)};
  if (args.dry_run || plan.lines.empty()) return import_answer(session, answer);
  constexpr std::string_view retry = "run the same command again; nothing is added twice";
  if (auto saved = save(session, plan.lines, retry); !saved) return session.fail(saved.error());
  answer.saved = true;
  return import_answer(session, answer);
}

}  // namespace connect::app
