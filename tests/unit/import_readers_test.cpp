// Import of other programs' files, also after edits by hand: each row is accepted, or refused with
// a reason that names the problem.
#include <doctest/doctest.h>

#include <array>

#include "store/format/codec.hpp"
#include "store/import/formats.hpp"
#include "store/import/json_text.hpp"
#include "store/import/mapping.hpp"
#include "store/import/plan.hpp"
#include "support/memory_files.hpp"
#include "support/records.hpp"

namespace connect::import_readers_test {
namespace {

using namespace store;

Harvest fresh() {
  return {test::day("2026-11-23"), [](Day day) { return instant_at(day, 43'200, 60); }};
}

Harvest read(std::string_view format, std::string text) {
  Harvest harvest = fresh();
  read_text(*find_import_format(format), std::move(text), harvest);
  return harvest;
}

/// The reason why the text is refused; empty when all of it is taken.
std::string refusal(std::string_view format, std::string text) {
  const Harvest harvest = read(format, std::move(text));
  return harvest.bad.empty() ? "" : harvest.bad.front().reason;
}

/// The rows of a text that is taken whole: day, habit, what was said, note.
std::string rows(std::string_view format, std::string text) {
  constexpr std::array<std::string_view, 3> said = {"done", "missed", "skipped"};
  const Harvest harvest = read(format, std::move(text));
  REQUIRE(harvest.bad_count == 0);
  std::string out;
  for (const Row& row : harvest.rows) {
    if (!out.empty()) out += '\n';
    out += iso(row.day).substr(5) + " " + row.habit + " ";
    out += said[static_cast<std::size_t>(row.said)];
    if (!row.note.empty()) out += ": " + row.note;
  }
  return out;
}

struct Case {
  std::string_view format;
  std::string text;
  std::string_view answer;
};

const std::string day_act = "day,act\n2026-01-02,thank\n";

}  // namespace

TEST_CASE("a row that cannot be taken is refused for what is wrong with it") {
  const std::string not_a_day = "the day is not a date such as 2026-11-23";
  const std::string bad_id = "the id has characters other than letters, digits and - _ . :";
  const std::string comma_in_name =
      "it does not have as many fields as the header; is there a comma in a habit's name?";
  const std::vector<Case> cases = {
      {"harsh", "2026-01-02 : Walk\n", "not a day, a habit and y, n or s"},
      {"harsh", "2026-01-02 :  : y\n", "the habit has no name"},
      {"harsh", "2026-11-24 : Walk : y\n", "2026-11-24 is in the future"},
      {"dijo", "{}", "not a list of habits"},
      {"dijo", "[1]", "not a habit with its days under \"stats\""},
      {"dijo", "[{}]", "not a habit with its days under \"stats\""},
      {"dijo", R"([{"stats":[]}])", "not a habit with its days under \"stats\""},
      {"dijo", R"([{"stats":{"2026-01-02":{}}}])", "a value that dijo does not write"},
      {"dijo", R"([{"stats":{"2026-01-02":{"value":"1"}}}])", "a value that dijo does not write"},
      {"dijo", R"([{"stats":{"2026-01-02":{"value":1,"precision":-999}}}])",
       "a value that dijo does not write"},
      {"dijo", R"([{"stats":{"2026-01-02":"yes"}}])", "a value that dijo does not write"},
      {"beaverhabits", "[]", "it has no list of habits"},
      {"beaverhabits", R"({"habits":1})", "it has no list of habits"},
      {"beaverhabits", R"({"habits":[1]})", "not a habit with a list of records"},
      {"beaverhabits", R"({"habits":[{"name":"a","records":[1]}]})", "not an object"},
      {"beaverhabits", R"({"habits":[{"name":"a","records":[{"day":"2026-01-02"}]}]})",
       "\"done\" is neither true nor false"},
      {"beaverhabits", R"({"habits":[{"name":"a","records":[{"day":"2026-01-02","done":1}]}]})",
       "\"done\" is neither true nor false"},
      {"habitbull", "HabitName,Value\nWalk,1\n",
       "no header with HabitName, CalendarDate and Value"},
      {"habitbull", "HabitName,CalendarDate,Value\nWalk,2026-01-02,1-1\n",
       "the value is not a number"},
      {"habitbull", "HabitName,CalendarDate,Value\nWalk,2026-01-02," + std::string(400, '9') + "\n",
       "the value is not a number"},
      {"habitbull", "HabitName,CalendarDate,Value\nWalk,2026-01-02\n",
       "it does not have as many fields as the header"},
      {"loop", "Position,Name\n001,Walk\n",
       "this is the list of habits; import its folder instead"},
      {"loop", "2026-01-02,YES_MANUAL\n", "the file does not name its habit; import its folder"},
      {"loop", "Date,Walk\n2026-01-02,perhaps\n", "a value that Loop does not write"},
      {"loop", "Date,Walk\nyesterday,NO\n", not_a_day},
      {"loop", "Date,Call Mum, daily,Gym,\n2026-01-02,2,2,\n", comma_in_name},
      {"loop", "Date,Walk,Gym\n2026-01-02,2\n", comma_in_name},
      {"loop", "Date,Walk,Gym\n2026-01-02,2,2,2\n", comma_in_name},
      {"loop", "Date,Walk,\n2026-01-02,\n", comma_in_name},
      {"loop", "Date,\"Walk\n2026-01-02,2\n", "a quote is not closed"},
      {"habitbull", "HabitName,CalendarDate,\"Value\nWalk,2026-01-02,1\n", "a quote is not closed"},
      {"csv", "day,act,\"note\n2026-01-02,thank,x\n", "a quote is not closed"},
      {"csv", "id,day,act\nx,2026-01-02,thank\nx,2026-01-03,thank\n", "another row has this id"},
      {"tsv", "id\tday\tact\nx\t2026-01-02\tthank\nx\t2026-01-02\tlisten\n",
       "another row has this id"},
      {"csv", "id,day,act\na b,2026-01-02,thank\n", bad_id},
      {"csv", "id,day,act\nlast,2026-01-02,thank\n", "this id has another meaning in commands"},
      {"csv", "id,day,act\n\u00e9,2026-01-02,thank\n", bad_id},
      {"ndjson",
       R"({"v":1,"id":"a/b","op":"log","at":"2026-01-02T09:00:00Z","day":"2026-01-02","act":"thank"})",
       bad_id},
      {"csv", "day,act,with\n2026-01-02,thank,\u0301\n", "a name is empty"},
      {"ndjson",
       R"({"v":1,"id":"a","op":"person","at":"2026-01-02T09:00:00Z","name":" ","set":{"name":"A"}})",
       "a name is empty"},
      {"loop", "Date,Walk\n2026-01-02,\"NO\"x\n", "text follows a closing quote"},
      {"friends", "- 2026-01-02: Walked.\n",
       "there is no heading such as \"### Activities:\" before it"},
      {"friends", "# \n- 2026-01-02: Walked.\n",
       "there is no heading such as \"### Activities:\" before it"},
      {"friends", "### Activities:\n- 2026-01-02 Walked.\n",
       "it does not begin with a date such as 2018-01-04:"},
      {"csv", "day,act,id\n2026-01-02,thank," + std::string(2000, 'x') + "\n",
       "the id is too long"},
      {"csv", "day,act,prompt\n2026-01-02,thank," + std::string(2000, 'x') + "\n",
       "the prompt's id is too long"},
      {"csv", "day,act,felt_calm\n2026-01-02,thank,11\n", "a feeling is not a number from 0 to 10"},
      {"csv", "day,act,felt_calm\n2026-01-02,thank,-1\n", "a feeling is not a number from 0 to 10"},
      {"csv", "day,act,felt_calm\n2026-01-02,thank,5x\n", "a feeling is not a number from 0 to 10"},
      {"csv", "day,act,felt_calm\n2026-01-02,thank,x\n", "a feeling is not a number from 0 to 10"},
      {"csv", "day,act\n,thank\n", not_a_day},
      {"csv", "day,act\n2026-01-02,\n", "the act is not one of check-in, offer, listen, thank"},
      {"csv", "day,act,with\n2026-01-02,thank,\"Maya\n", "a quote is not closed"},
      {"json", "[]", "it has no list of records or entries"},
      {"json", R"({"records":1})", "it has no list of records or entries"},
      {"ndjson", "{}\n", "not a ledger record"},
      {"ndjson", "[]\n", "not a JSON object"},
      {"ndjson",
       R"({"v":1,"id":"a","op":"log","at":"2026-01-02T09:00:00Z","day":"2026-11-24","act":"thank"})",
       "2026-11-24 is in the future"},
      {"ndjson", R"({"v":1,"id":"a","op":"notice","at":"2026-01-02T09:00:00Z","day":"2026-11-24"})",
       "2026-11-24 is in the future"},
      {"ndjson",
       R"({"v":1,"id":"a","op":"feel","at":"2026-01-02T09:00:00Z","day":"2026-11-24","felt":{}})",
       "2026-11-24 is in the future"},
      {"ndjson",
       R"({"v":1,"id":"a","op":"notice","at":"2026-01-02T09:00:00Z","day":"2026-01-02","with":[""]})",
       "a name is empty"},
      {"csv", "\xff\xfe" + day_act, "UTF-16, not UTF-8; convert it with iconv -f utf-16 -t utf-8"},
      {"csv", "\xfe\xff" + day_act, "UTF-16, not UTF-8; convert it with iconv -f utf-16 -t utf-8"},
      {"csv", "day,act,note\n2026-01-02,thank,\xe9\n", "not UTF-8"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.format);
    CAPTURE(each.text);
    CHECK(refusal(each.format, each.text) == each.answer);
  }
}

TEST_CASE("a header that leaves a column out, or has one twice, is refused with what is known") {
  CHECK(refusal("csv", "act\nthank\n")
            .starts_with("the column \"day\" is missing; the columns can be id, at"));
  CHECK(refusal("csv", "day\n2026-01-02\n").starts_with("the column \"act\" is missing"));
  CHECK(refusal("csv", "day,day,act\n").starts_with("two columns are called \"day\""));
}

TEST_CASE("what other programs write in more than one way is read in each") {
  const std::vector<Case> cases = {
      {"harsh", "2026-01-02 : Walk : Y\n2026-01-03 : Walk : N\n2026-01-04 : Walk : S\n",
       "01-02 Walk done\n01-03 Walk missed\n01-04 Walk skipped"},
      {"harsh", "# remark\n2026-01-02 : Walk : y : by : the sea : 0\n",
       "01-02 Walk done: by : the sea"},
      {"harsh", "2026-11-24 : Walk : n\n", "11-24 Walk missed"},  // nothing was done there
      {"dijo", R"([{"name":"Tea","stats":{"2026-01-02":{"value":2}}}])", "01-02 Tea done: (2)"},
      {"dijo", R"([{"name":"Tea","stats":{"2026-01-02":{"value":25,"precision":1}}}])",
       "01-02 Tea done: (2.5)"},
      {"dijo", R"([{"name":"Tea","stats":{"2026-01-02":0,"2026-01-03":false}}])",
       "01-02 Tea missed\n01-03 Tea missed"},
      {"loop", "Date,Walk,\n2026-01-02,2,2\n2026-01-03,,\n2026-01-04,-500,\n2026-01-05,2500\n",
       "01-02 Walk done\n01-04 Walk missed\n01-05 Walk done: (2.5)"},
      {"loop", "Date\n2026-01-02\n", ""},
      {"loop", "Date,Value,Notes\n2026-01-02,NO,\n", "01-02 Value missed"},
      {"loop", "Date,Value,Notes,Walk\n2026-01-02,NO,,2\n", "01-02 Value missed\n01-02 Walk done"},
      {"friends", "### Notes:\n- 2026-01-02: two  spaces @\n", "01-02 notes done: two  spaces @"},
      {"loop", "", ""},
      {"habitbull", "", ""},
      {"habitbull", "Value,HabitName,CalendarDate\n1,Walk,2026-01-02\n", "01-02 Walk done"},
      {"friends",
       "### Activities:\n- 2026-01-02: @home a@b @ Met **Maya** and ****. @park @late!\n",
       "01-02 activities done: @home a@b @ Met Maya and ****."},
      {"friends", "### Notes:\n- 2026-01-02: ** x ** and ** and **\u3000y** 2 ** 3\n",
       "01-02 notes done: ** x ** and ** and **\u3000y** 2 ** 3"},
      {"habitbull", "HabitName,CalendarDate,Value\nWalk,2026-01-02,-2.15E+09\n",
       "01-02 Walk missed"},
      {"habitbull", "HabitName,CalendarDate,Value,CommentText\nWalk,2026-01-02,1,\"a\r\nb\"\r\n",
       "01-02 Walk done: a\nb"},
      {"beaverhabits",
       R"({"habits":[{"name":"Tea","records":[{"day":"2026-01-02","done":true,"text":"a\r\nb"}]}]})",
       "01-02 Tea done: a\nb"},
      {"friends", "### Other:\nanything\n### Notes:\n- 2026-01-02: _quiet_ snake_case  \n",
       "01-02 notes done: quiet snake_case"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.format);
    CAPTURE(each.text);
    CHECK(rows(each.format, each.text) == each.answer);
  }
}

TEST_CASE("names come without the blanks around them, and a blank name is nobody") {
  const auto names = [](std::string_view format, const std::string& text) {
    const Harvest harvest = read(format, text);
    REQUIRE(harvest.bad_count == 0);
    std::string out;
    for (const auto& ready : harvest.records) {
      const auto& said = std::get<Logged>(ready.record.body);
      for (const auto* list : {&said.with, &said.tags})
        for (const auto& name : *list) out += "<" + name + ">";
      CHECK(std::get<Logged>(decode(ready.line).record.body) == said);
    }
    return out;
  };
  CHECK(names("csv",
              "day,act,with,tags\n2026-01-02,thank,\"Maya; Sam\",work; home\n"
              "2026-01-05,thank,\"  \",x\n2026-01-06,thank,\u00a0Zoë\u3000;\u2003;;A  B,\n") ==
        "<Maya><Sam><work><home><x><Zoë><A B>");
  CHECK(names("tsv", "day\tact\twith\n2026-01-02\tthank\t Maya ; \n") == "<Maya>");
  const std::string fields =
      R"("day":"2026-01-02","act":"thank","with":[" Maya "," ","Sam"],"tags":["\u00a0x"],"odd":1.50)";
  CHECK(names("json", R"({"entries":[{"id":"a","at":"2026-01-02T09:00:00Z",)" + fields + "}]}") ==
        "<Maya><Sam><x>");
  CHECK(names("ndjson", R"({"v":1,"id":"a","op":"log","at":"2026-01-02T09:00:00Z",)" + fields +
                            "}") == "<Maya><Sam><x>");
  const Harvest friends = read("friends", "### Activities:\n- 2026-01-02: Met **A\u00a0B**.\n");
  REQUIRE(friends.rows.size() == 1);
  CHECK(friends.rows[0].with == std::vector<std::string>{"A B"});
}

TEST_CASE(
    "what two habits of one name did is united, and a later row of one habit replaces its own") {
  const auto done = [](std::string_view format, const std::string& text) {
    Harvest harvest = read(format, text);
    REQUIRE(harvest.bad_count == 0);
    const auto habits = map_rows(harvest, *find_import_format(format),
                                 std::vector<HabitMapping>{{"*", Act::check_in, ""}});
    std::string out;
    for (const auto& ready : harvest.records)
      if (const auto* said = std::get_if<Logged>(&ready.record.body))
        out += iso(said->day).substr(5) + (said->note.empty() ? " " : "(" + said->note + ") ");
    CHECK(habits.size() == 1);
    return out;
  };
  CHECK(done("beaverhabits",
             R"({"habits":[{"name":"Call","records":[{"day":"2026-01-05","done":true},)"
             R"({"day":"2026-01-06","done":true},{"day":"2026-01-06","done":false}]},)"
             R"({"name":"Call","records":[{"day":"2026-01-05","done":false}]}]})") == "01-05 ");
  CHECK(done("dijo", R"([{"name":"Call","stats":{"2026-01-05":2}},)"
                     R"({"name":"Call","stats":{"2026-01-05":3,"2026-01-06":true}}])") ==
        "01-05((2)\n(3)) 01-06 ");
  CHECK(done("loop", "Date,Call,Call,\n2026-01-05,2,0,\n2026-01-06,0,2,\n2026-01-07,2,2,\n") ==
        "01-05 01-06 01-07 ");
  CHECK(done("habitbull",
             "HabitName,HabitCategory,CalendarDate,Value\nCall,Home,2026-01-05,1\n"
             "Call,Work,2026-01-05,0\nCall,Work,2026-01-06,1\nCall,Work,2026-01-06,0\n") ==
        "01-05 ");
}

TEST_CASE("bad rows of a habit that is left out do not matter") {
  const std::vector<HabitMapping> mappings = {{"Gym", std::nullopt, ""}, {"*", Act::thank, ""}};
  const auto bad = [&](std::string_view name, const std::string& text) {
    const ImportFormat& format = *find_import_format(name);
    Harvest harvest(
        test::day("2026-11-23"), [](Day day) { return instant_at(day, 43'200, 60); },
        [&](const std::string& habit) { return is_left_out(habit, format, mappings); });
    read_text(format, text, harvest);
    map_rows(harvest, format, mappings);
    return harvest.bad_count;
  };
  const auto both = [&](std::string_view format, const std::string& text) {
    std::string other = text;
    for (auto at = other.find("Gym"); at != other.npos; at = other.find("Gym"))
      other.replace(at, 3, "Tea");
    CHECK(bad(format, text) == 0);
    CHECK(bad(format, other) > 0);
  };
  both("harsh", "2026-01-02 : Gym : maybe\n2026-13-02 : gym : y\n2027-01-01 : Gym : y\n");
  both("habitctl", "2026-01-02\tGym\tmaybe\n");
  both("loop", "Date,Walk,Gym\n2026-01-02,2,perhaps\n");
  both("dijo", R"([{"name":"Gym","stats":{"2026-01-02":"yes","today":true}},{"name":"Gym"}])");
  both(
      "beaverhabits",
      R"({"habits":[{"name":"Gym","records":[1,{"day":"x"},{"day":"2026-01-02"}]},{"name":"Gym"}]})");
  both("habitbull", "HabitName,CalendarDate,Value\nGym,2026-01-02,many\nGym,soon,1\n");
  both("harsh", "2026-01-02 : Gym : y : " + std::string(longest_note + 1, 'n') + "\n");
}

TEST_CASE("a tab-separated cell keeps a backslash that stands for nothing") {
  const Harvest harvest = read("tsv", "day\tact\tnote\r\n2026-01-02\tthank\ta\\tb\\x\\\n");
  REQUIRE(harvest.records.size() == 1);
  CHECK(std::get<Logged>(harvest.records[0].record.body).note == "a\tb\\x\\");
}

TEST_CASE("a habit's person is not named twice where the row has named them") {
  Harvest harvest = read("friends", "### Activities:\n- 2026-01-02: Tea with **maya**.\n");
  map_rows(harvest, *find_import_format("friends"),
           std::vector<HabitMapping>{{"activities", Act::thank, "Maya"}});
  REQUIRE(harvest.records.size() == 1);
  CHECK(std::get<Logged>(harvest.records[0].record.body).with == std::vector<std::string>{"maya"});
}

TEST_CASE("the elements of a list are found by its name, wherever JSON breaks off") {
  const std::string text =
      R"({ "a" : [ 1 , {"b":[ ]} ] , "s": "\"]" , "n": -1.5 , "list" : [ "x\"" , [2] , {"c":{}} ,3]})";
  std::vector<std::string> found;
  const auto keep = [&](std::size_t, std::string_view element) { found.emplace_back(element); };
  CHECK(each_element(text, "list", keep));
  CHECK(found == std::vector<std::string>{R"("x\"")", "[2]", R"({"c":{}})", "3"});
  CHECK_FALSE(each_element(text, "none", keep));
  CHECK_FALSE(each_element("[1]", "list", keep));
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    found.clear();
    each_element(std::string_view(text).substr(0, size), "list", keep);
    CHECK(found.size() <= 4);
  }
}

TEST_CASE("of a line that stands there twice one is taken") {
  const std::string line =
      R"({"v":1,"id":"a","op":"log","at":"2026-01-02T09:00:00Z","day":"2026-01-02","act":"thank"})"
      "\n";
  const Harvest harvest = read("ndjson", line + line);
  CHECK(plan_import(harvest.records, {}, Ledger{}).lines.size() == 1);
}

TEST_CASE("a folder of Loop is read habit by habit, by the full names of its list") {
  testing::MemoryFiles files;
  files.contents["/loop/Habits.csv"] = "Position,Name\n001,Morning walk\n002\n";
  files.contents["/loop/001 Morning w/Checkmarks.csv"] = "2026-01-02,2,by the sea\n2026-01-03\n";
  files.contents["/loop/002 Tea/Checkmarks.csv"] = "Date,Value\n2026-01-02,0\n";
  for (const char* other : {"/loop/notes/x", "/loop/00x Tea/Checkmarks.csv", "/loop/003 /x",
                            "/loop/ Tea/Checkmarks.csv", "/loop/004 Run/Scores.csv"})
    files.contents[other] = "not for us\n";
  const auto habits = [&](const std::string& path) {
    Harvest harvest = fresh();
    REQUIRE(read_import(files, *find_import_format("loop"), path, harvest));
    std::string out;
    for (const Row& row : harvest.rows) out += iso(row.day).substr(5) + " " + row.habit + "\n";
    return out;
  };
  CHECK(habits("/loop//") == "01-02 Morning walk\n01-02 Tea\n");
  CHECK(habits("/loop/002 Tea/Checkmarks.csv") == "01-02 Tea\n");
  files.contents["Checkmarks.csv"] = "Date,Walk\n2026-01-02,2\n";
  CHECK(habits("Checkmarks.csv") == "01-02 Walk\n");
  files.contents.erase("/loop/001 Morning w/Checkmarks.csv");
  files.contents.erase("/loop/002 Tea/Checkmarks.csv");
  files.contents["/loop/Checkmarks.csv"] = "Date,Walk\n2026-01-02,2\n";
  CHECK(habits("/loop") == "01-02 Walk\n");
}

TEST_CASE("a habit of Loop without Latin letters has its name from the list alone") {
  testing::MemoryFiles files;
  files.contents["/loop/Habits.csv"] = "\xef\xbb\xbfPosition,Name\r\n001,Позвонить маме\r\n";
  files.contents["/loop/001/Checkmarks.csv"] = "Date,Value,Notes\n2026-01-02,2,\n2026-01-03,2,\n";
  const auto habits = [&](const std::string& path) {
    Harvest harvest = fresh();
    REQUIRE(read_import(files, *find_import_format("loop"), path, harvest));
    std::string out = harvest.bad.empty() ? "" : harvest.bad[0].reason;
    for (const Row& row : harvest.rows) out += iso(row.day).substr(5) + " " + row.habit + "\n";
    return out;
  };
  CHECK(habits("/loop") == "01-02 Позвонить маме\n01-03 Позвонить маме\n");
  CHECK(habits("/loop/001/Checkmarks.csv") == "01-02 Позвонить маме\n01-03 Позвонить маме\n");
  files.contents["Habits.csv"] = files.contents["/loop/Habits.csv"];
  files.contents["001/Checkmarks.csv"] = files.contents["/loop/001/Checkmarks.csv"];
  CHECK(habits("001/Checkmarks.csv") == "01-02 Позвонить маме\n01-03 Позвонить маме\n");
  files.contents.erase("/loop/Habits.csv");
  CHECK(habits("/loop") == "01-02 001\n01-03 001\n");
}

TEST_CASE("one file of Loop and then its folder come in once") {
  testing::MemoryFiles files;
  files.contents["/loop/Habits.csv"] = "Position,Name\n001,Words of thanks and praise\n";
  files.contents["/loop/001 Words of thanks/Checkmarks.csv"] = "Date,Value,Notes\n2026-01-02,2,\n";
  std::vector<std::string> ids;
  for (const char* path : {"/loop/001 Words of thanks/Checkmarks.csv", "/loop"}) {
    Harvest harvest = fresh();
    const ImportFormat& format = *find_import_format("loop");
    REQUIRE(read_import(files, format, path, harvest));
    map_rows(harvest, format, std::vector<HabitMapping>{{"*", Act::thank, ""}});
    REQUIRE(harvest.records.size() == 1);
    ids.push_back(harvest.records[0].record.id);
  }
  CHECK(ids[0] == ids[1]);
}

TEST_CASE("a file that is not there, or may not be read, is named") {
  testing::MemoryFiles files;
  files.contents["/loop/001 Walk/Checkmarks.csv"] = "2026-01-02,2\n";
  const auto read_from = [&](const char* format, const std::string& path) {
    Harvest harvest = fresh();
    return bool(read_import(files, *find_import_format(format), path, harvest));
  };
  CHECK(read_from("loop", "/loop"));
  CHECK_FALSE(read_from("csv", "/none.csv"));
  CHECK_FALSE(read_from("loop", "/"));
  files.trouble = testing::Trouble::unreadable;
  CHECK_FALSE(read_from("loop", "/loop"));
  files.contents["/loop/Habits.csv"] = "Position,Name\n";
  CHECK_FALSE(read_from("loop", "/loop"));
  files.input = std::string(longest_import + 1, 'x');
  CHECK_FALSE(read_from("csv", "-"));
}

}  // namespace connect::import_readers_test
