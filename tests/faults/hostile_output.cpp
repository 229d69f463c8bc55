// No control, bidi or other unseen character in any output of any command, whatever the ledger, the
// settings and the arguments hold: the whole program in process, many thousand times.
// usage: hostile_output [CASES [SEED]]; CONNECT_LONG=1 asks for the long run.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "connect/app.hpp"
#include "domain/text/utf8.hpp"
#include "domain/text/visible.hpp"
#include "support/memory_programs.hpp"
#include "support/random.hpp"
#include "support/repetitions.hpp"

namespace {

using namespace connect;
using connect::test::Random;
using connect::testing::MemoryFiles;
using connect::testing::MemoryPrograms;
using Words = std::vector<std::string>;

const std::string home = "/home/ana";
const std::string ledger = home + "/.local/share/connect/ledger.jsonl";

constexpr auto sequences = std::to_array<std::string_view>({"\x1b[2J",
                                                            "\x1b]0;title\x07",
                                                            "\x1b]52;c;cm0=\x07",
                                                            "\x1b[31mred",
                                                            "\xc2\x9b"
                                                            "31m",
                                                            "\x1bP+q\x1b\\",
                                                            "\x1b]8;;http://e.example\x1b\\",
                                                            "\r\x1b[K",
                                                            "\x08\x08",
                                                            "a\nconnect: saved",
                                                            "a\r\nb",
                                                            "\t",
                                                            "\u202egnp.exe\u202c",
                                                            "\u2066x\u2069",
                                                            "\x1b",
                                                            "\x0e\x0f",
                                                            "\u2028",
                                                            "\ufeff",
                                                            "\U000e0041",
                                                            "\x7f",
                                                            "\u061c",
                                                            "=1+1",
                                                            "@",
                                                            "+",
                                                            "-",
                                                            "<b>",
                                                            "|",
                                                            "`",
                                                            "\\",
                                                            "\"",
                                                            "'"});
constexpr auto broken =
    std::to_array<std::string_view>({"\xff", "\xc3", "\xed\xa0\x80", "\xc0\xaf"});
constexpr auto plain = std::to_array<std::string_view>({"Maya", "Zoë", "李明", "a b", "x", "🙂"});

/// {} is a hostile word; so may every other word be, now and then.
constexpr auto commands = std::to_array<std::string_view>({"",
                                                           "prompt",
                                                           "prompt --why",
                                                           "prompt --another",
                                                           "prompt --list",
                                                           "prompt --once",
                                                           "done",
                                                           "done @{} +{} {}",
                                                           "log thank @{} +{} {}",
                                                           "log {} {}",
                                                           "log c -w {} -m {} --id {}",
                                                           "log o --on {}",
                                                           "log t --at {}",
                                                           "log t --felt {}",
                                                           "log t -n @{} {}",
                                                           "notice @{} {}",
                                                           "feel {}",
                                                           "feel 6,7,5 --on {}",
                                                           "rest {}",
                                                           "rest {}..{}",
                                                           "rest --off",
                                                           "streak",
                                                           "streak --explain",
                                                           "streak --act {}",
                                                           "report all",
                                                           "report {}",
                                                           "report all --by person",
                                                           "report all --by tag --with-notes",
                                                           "report all --redact --by person",
                                                           "report all --format html --with-notes",
                                                           "report all --format svg",
                                                           "report all --format md",
                                                           "report all --format md --with-notes",
                                                           "report all --format csv --by person",
                                                           "report all --format tsv --by tag",
                                                           "report all --format ndjson",
                                                           "report all -o {}",
                                                           "list",
                                                           "list --grep {}",
                                                           "list --with {}",
                                                           "list --tag {}",
                                                           "list --limit {}",
                                                           "list --since {}",
                                                           "list --format csv",
                                                           "list --format csv --raw",
                                                           "list --format tsv",
                                                           "list --format tsv --raw",
                                                           "list --format ndjson",
                                                           "list --format {}",
                                                           "people",
                                                           "people --overdue",
                                                           "people set {} --every 3d",
                                                           "people set {} --rest",
                                                           "people rename {} {}",
                                                           "get {}",
                                                           "get prompt.text prompt.person",
                                                           "why",
                                                           "why {}",
                                                           "complete people",
                                                           "complete tags",
                                                           "undo",
                                                           "init {}",
                                                           "init zsh",
                                                           "completions {}",
                                                           "{}",
                                                           "--{}",
                                                           "--help",
                                                           "log --help",
                                                           "--version",
                                                           "--color {} list",
                                                           "--ledger {} list",
                                                           "--ledger /no/{}/x log thank"});

class Case {
 public:
  explicit Case(std::uint64_t seed) : random_(seed) {
    facts_.now = {1795604400, 60};
    facts_.offset_at = [](Day, int) { return 60; };
    facts_.data_home = home + "/.local/share";
    facts_.config_home = home + "/.config";
    facts_.state_home = home + "/.local/state";
    facts_.cache_home = home + "/.cache";
    facts_.utf8 = random_.chance(80);
    facts_.columns = random_.between(20, 120);
    facts_.out.terminal = random_.chance(50);
    facts_.out.colour = random_.chance(30);
    facts_.err = facts_.out;
    for (auto& byte : facts_.random) byte = static_cast<std::uint8_t>(random_.bits());
    files_.contents[ledger] = lines();
    if (random_.chance(10)) files_.contents[home + "/.config/connect/config.toml"] = settings();
    if (random_.chance(10)) files_.contents[home + "/.config/connect/suggestions.json"] = bank();
  }

  /// What was shown that must not be, or nothing. Two commands, so that what one saves is shown.
  std::string fault() {
    for (int i = 0; i < 2; ++i) {
      const Words words = command();
      coloured_ = facts_.out.colour || std::ranges::find(words, "--color=always") != words.end();
      const Outcome outcome = run(words, facts_, files_, programs_);
      for (const auto* shown : {&outcome.out, &outcome.err})
        if (has_unseen(*shown, words)) return told(words, *shown);
      for (const auto& [path, bytes] : files_.contents)
        if (path.ends_with(".jsonl") && path != ledger && has_unseen(bytes, {}))
          return told(words, bytes);
    }
    return "";
  }

 private:
  std::string hostile(bool may_be_broken) {
    std::string out;
    for (int parts = random_.between(1, 3); parts > 0; --parts) {
      const int kind = random_.between(0, 9);
      if (kind < 3)
        out += random_.pick(plain);
      else if (kind < 7)
        out += random_.pick(sequences);
      else if (kind < 9)
        out += one_character();
      else if (may_be_broken)
        out += random_.pick(broken);
    }
    return out;
  }

  /// Any character at all, mostly of the pages where the unseen ones live.
  std::string one_character() {
    constexpr auto pages = std::to_array<unsigned>({0, 0, 0x600, 0x2000, 0x2000, 0xfe00, 0xe0000});
    const unsigned page = random_.pick(pages);
    const unsigned c = page + static_cast<unsigned>(random_.between(page == 0 ? 1 : 0, 255));
    if (c < 0x80) return {static_cast<char>(c)};
    const auto tail = [](unsigned bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
    if (c < 0x800) return {static_cast<char>(0xc0 | c >> 6), tail(c)};
    if (c < 0x10000) return {static_cast<char>(0xe0 | c >> 12), tail(c >> 6), tail(c)};
    return {static_cast<char>(0xf0 | c >> 18), tail(c >> 12), tail(c >> 6), tail(c)};
  }

  std::string line() {
    constexpr auto acts = std::to_array<std::string_view>({"thank", "offer", "listen", "check-in"});
    constexpr auto ops = std::to_array<std::string_view>(
        {"log", "log", "log", "prompt", "notice", "person", "feel", "rest", "dance"});
    const std::string op(random_.pick(ops));
    nlohmann::json record = {{"v", random_.chance(3) ? 2 : 1},
                             {"id", hostile(false)},
                             {"op", op},
                             {"at", "2026-11-22T10:00:00+01:00"},
                             {"day", "2026-11-2" + std::to_string(random_.between(0, 3))},
                             {"act", random_.pick(acts)},
                             {"with", {hostile(false)}},
                             {"tags", {hostile(false)}},
                             {"note", hostile(false)}};
    if (op == "prompt") record["suggestion"] = "thank-07", record["person"] = hostile(false);
    if (op == "person")
      record["name"] = hostile(false),
      record["set"] = {{"name", hostile(false)}, {"every_days", 3}};
    if (random_.chance(5)) record["act"] = hostile(false);
    std::string text = record.dump();
    if (random_.chance(10)) text.insert(random_.below(text.size()), random_.pick(broken));
    return random_.chance(3) ? hostile(true) : text;
  }

  std::string lines() {
    std::string out;
    for (int i = random_.between(0, 6); i > 0; --i) out += line() + "\n";
    return out;
  }

  std::string settings() {
    return "day_start = \"" + hostile(true) + "\"\n" + hostile(true) + " = 1\n" + hostile(true);
  }

  std::string bank() {
    return R"([{"id":"own-1","act":"thank","text":")" + hostile(true) + R"("}])";
  }

  Words command() {
    Words words(1);
    for (char c : random_.pick(commands)) {
      if (c == ' ')
        words.emplace_back();
      else if (c == '}')
        words.back() += hostile(random_.chance(5));
      else if (c != '{')
        words.back() += c;
    }
    if (words.back().empty()) words.pop_back();
    if (!words.empty() && random_.chance(3)) random_word(words);
    if (random_.chance(20)) words.emplace_back("--json");
    if (random_.chance(10)) words.emplace_back("--color=always");
    if (random_.chance(10)) words.emplace_back("-q");
    return words;
  }

  void random_word(Words& words) { words[random_.below(words.size())] = hostile(true); }

  /// A format and a colour may use what they are made of; nothing else may.
  bool has_unseen(std::string_view text, const Words& words) const {
    const auto asked = [&](std::string_view word) {
      return std::ranges::find(words, word) != words.end();
    };
    for (std::size_t at = 0; at < text.size();) {
      const CodePoint point = decode(text, at);
      const bool own = point.value == '\n' || (point.value == '\t' && asked("tsv")) ||
                       (point.value == '\r' && asked("csv") && text.substr(at + 1, 1) == "\n");
      const std::size_t colour = coloured_ ? length_of_colour(text.substr(at)) : 0;
      if (!point.valid || (is_hidden(point.value) && !own && colour == 0)) return true;
      at += std::max(point.bytes, colour);
    }
    return false;
  }

  /// Of ESC [ digits m, which this program paints with; 0 when it is something else. Hostile text
  /// has the like, which the runs without colour show to be escaped.
  static std::size_t length_of_colour(std::string_view text) {
    const auto end = text.find_first_not_of("0123456789;", 2);
    const bool is_colour = text.starts_with("\x1b[") && end != text.npos && text[end] == 'm';
    return is_colour ? end + 1 : 0;
  }

  static std::string told(const Words& words, std::string_view shown) {
    nlohmann::json all = {{"words", words}, {"shown", shown}};
    return all.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace);
  }

  Random random_;
  Facts facts_;
  MemoryFiles files_;
  MemoryPrograms programs_{files_};
  bool coloured_ = false;
};

}  // namespace

int main(int count, char** words) {
  const auto cases = count > 1 ? std::strtoul(words[1], nullptr, 10)
                               : connect::test::repetitions(10'000, 1'000'000);
  const unsigned long seed = count > 2 ? std::strtoul(words[2], nullptr, 10) : 20261123;
  for (unsigned long i = 0; i < cases; ++i) {
    const std::string fault = Case(seed + i).fault();
    if (fault.empty()) continue;
    std::fprintf(stderr, "seed %lu: %s\n", seed + i, fault.c_str());
    return 1;
  }
  std::fprintf(stderr, "figures: hostile_output: %lu cases of 2 commands, seed %lu\n", cases, seed);
  return 0;
}
