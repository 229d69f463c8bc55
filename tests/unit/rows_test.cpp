// CSV and TSV rows: quoting, escaping, and guards against formulas.
#include "render/terminal/rows.hpp"

#include <doctest/doctest.h>

#include "support/random.hpp"
#include "support/show.hpp"

namespace connect::rows_test {

using namespace render;

namespace {

using Fields = std::vector<std::string>;

std::string csv(const Fields& fields, Formulas formulas = Formulas::raw) {
  return row(fields, Separator::comma, formulas);
}
std::string tsv(const Fields& fields, Formulas formulas = Formulas::raw) {
  return row(fields, Separator::tab, formulas);
}

/// Reads one row by RFC 4180.
Fields csv_read(std::string_view text) {
  Fields fields = {""};
  bool quoted = false;
  REQUIRE(text.ends_with("\r\n"));
  text.remove_suffix(2);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"')
      fields.back() += text[i++];
    else if (text[i] == '"')
      quoted = !quoted;
    else if (text[i] == ',' && !quoted)
      fields.emplace_back();
    else
      fields.back() += text[i];
  }
  REQUIRE_FALSE(quoted);
  return fields;
}

Fields tsv_read(std::string_view text) {
  Fields fields = {""};
  REQUIRE(text.ends_with('\n'));
  text.remove_suffix(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    REQUIRE(text[i] != '\n');
    if (text[i] == '\t')
      fields.emplace_back();
    else if (text[i] == '\\')
      fields.back() += text[++i] == 'n' ? '\n' : text[i];
    else
      fields.back() += text[i];
  }
  return fields;
}

}  // namespace

TEST_CASE("fields are quoted only where RFC 4180 asks for it") {
  CHECK(csv({"a", "b c", ""}) == "a,b c,\r\n");
  CHECK(csv({"a,b"}) == "\"a,b\"\r\n");
  CHECK(csv({"say \"hi\""}) == "\"say \"\"hi\"\"\"\r\n");
  CHECK(csv({"two\nlines"}) == "\"two\nlines\"\r\n");
  CHECK(csv({"\""}) == "\"\"\"\"\r\n");
}

TEST_CASE("tab-separated fields escape line ends and backslashes and stay on one line") {
  CHECK(tsv({"a", "b,c", ""}) == "a\tb,c\t\n");
  CHECK(tsv({"two\nlines", "back\\slash", "\\n"}) == "two\\nlines\tback\\\\slash\t\\\\n\n");
}

TEST_CASE("hidden characters are spelled out, in either kind of row") {
  const Fields hostile = {"\x1b[31m", "a\tb",   "a\rb",   std::string(1, '\0'),
                          "\x7f",     "\u0085", "\u202e", "\xff"};
  CHECK(csv(hostile) ==
        "\\u001b[31m,a\\u0009b,a\\u000db,\\u0000,\\u007f,\\u0085,\\u202e,\uFFFD\r\n");
  CHECK(tsv(hostile) ==
        "\\\\u001b["
        "31m\ta\\\\u0009b\ta\\\\u000db\t\\\\u0000\t\\\\u007f\t\\\\u0085\t\\\\u202e\t\uFFFD\n");
}

TEST_CASE("a field that a spreadsheet would compute gets an apostrophe, unless raw is asked for") {
  for (const std::string start : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
    CAPTURE(start);
    const std::string field = start + "cmd|' /C calc'!A0";
    CHECK(csv_read(csv({"x", field}, Formulas::guarded)).at(1).front() == '\'');
    CHECK(tsv_read(tsv({"x", field}, Formulas::guarded)).at(1).front() == '\'');
    CHECK(csv_read(csv({"x", field})).at(1).front() != '\'');
  }
  CHECK(csv({"=1+1"}, Formulas::guarded) == "'=1+1\r\n");
  CHECK(csv({"=1,1"}, Formulas::guarded) == "\"'=1,1\"\r\n");
  CHECK(csv({"1=1", "a-b", "", "Maya"}, Formulas::guarded) == "1=1,a-b,,Maya\r\n");
}

TEST_CASE("any printable text, quotes, commas and line ends come back as they were") {
  const std::array<std::string, 12> parts = {"a", ",",  "\"", "\n", "\\", "n",
                                             "é", "李", " ",  ";",  "'",  "\"\""};
  for (std::uint64_t seed = 1; seed <= 3000; ++seed) {
    INFO("seed ", seed);
    test::Random random(seed);
    Fields fields(1 + random.below(4));
    for (auto& field : fields)
      for (auto left = random.below(8); left > 0; --left) field += random.pick(parts);
    REQUIRE(csv_read(csv(fields)) == fields);
    REQUIRE(tsv_read(tsv(fields)) == fields);
  }
}

TEST_CASE("an entry has a field for each name of the header") {
  EntryText entry;
  entry.id = "017f22e2-79b0-7cc3-98c4-dc0c0c07398f";
  entry.at = {1'795'468'445, 60};
  entry.said = {test::day("2026-11-23"), Act::thank,   {"Maya", "Sam"}, {"work"},
                "=note, \"x\"",          {{5, -1, 0}}, {{10, 7, -1}},   "p"};
  CHECK(list_header(Separator::comma) ==
        "id,at,day,act,with,tags,note,before_contentment,before_trust,before_calm,felt_contentment,"
        "felt_trust,felt_calm,prompt\r\n");
  CHECK(list_row(entry, Separator::comma, Formulas::guarded) ==
        "017f22e2-79b0-7cc3-98c4-dc0c0c07398f,2026-11-23T22:14:05+01:00,2026-11-23,thank,\"Maya;"
        "Sam\","
        "work,\"'=note, \"\"x\"\"\",5,,0,10,7,,p\r\n");
  CHECK(tsv_read(list_row(entry, Separator::tab, Formulas::raw)).size() ==
        tsv_read(list_header(Separator::tab)).size());
}

TEST_CASE("a report's rows follow its grouping") {
  Report report;
  report.by = By::person;
  report.rows = {{"Maya;Sam", 2}, {"", 1}, {"@home", 1}};
  CHECK(report_rows(report, Separator::comma, Formulas::guarded) ==
        "person,count\r\n\"Maya;Sam\",2\r\n,1\r\n'@home,1\r\n");
  CHECK(report_rows(report, Separator::tab, Formulas::raw) ==
        "person\tcount\nMaya;Sam\t2\n\t1\n@home\t1\n");
}

}  // namespace connect::rows_test
