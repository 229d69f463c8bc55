// How doctest prints the domain's values when a check fails.
#pragma once

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <vector>

#include "domain/ledger/id.hpp"
#include "domain/time/day.hpp"
#include "domain/time/instant.hpp"

namespace connect::test {

/// The day of a valid ISO date.
inline Day day(std::string_view text) { return day_from_iso(text).value(); }

}  // namespace connect::test

namespace doctest {

template <>
struct StringMaker<connect::Day> {
  static String convert(const connect::Day& day) {
    return (connect::iso(day) + " (" + std::to_string(day.number) + ")").c_str();
  }
};

template <>
struct StringMaker<connect::DayRange> {
  static String convert(const connect::DayRange& range) {
    return (connect::iso(range.since) + ".." + connect::iso(range.until)).c_str();
  }
};

template <>
struct StringMaker<std::vector<connect::DayRange>> {
  static String convert(const std::vector<connect::DayRange>& ranges) {
    String out;
    for (const auto& range : ranges) out += StringMaker<connect::DayRange>::convert(range) + " ";
    return out;
  }
};

template <>
struct StringMaker<connect::Civil> {
  static String convert(const connect::Civil& date) {
    return (std::to_string(date.year) + "/" + std::to_string(date.month) + "/" +
            std::to_string(date.day))
        .c_str();
  }
};

template <>
struct StringMaker<connect::IsoWeek> {
  static String convert(const connect::IsoWeek& week) {
    return (std::to_string(week.year) + "-W" + std::to_string(week.week)).c_str();
  }
};

template <>
struct StringMaker<connect::Instant> {
  static String convert(const connect::Instant& at) {
    return (std::to_string(at.seconds) + " s, " + std::to_string(at.offset_minutes) + " min")
        .c_str();
  }
};

template <>
struct StringMaker<connect::Id> {
  static String convert(const connect::Id& id) { return connect::uuid_text(id).c_str(); }
};

template <>
struct StringMaker<std::optional<connect::Day>> {
  static String convert(const std::optional<connect::Day>& day) {
    return day ? StringMaker<connect::Day>::convert(*day) : "nothing";
  }
};

template <>
struct StringMaker<std::optional<connect::Instant>> {
  static String convert(const std::optional<connect::Instant>& at) {
    return at ? StringMaker<connect::Instant>::convert(*at) : "nothing";
  }
};

template <>
struct StringMaker<std::vector<std::string>> {
  static String convert(const std::vector<std::string>& lines) {
    String out;
    for (const auto& line : lines) out += String("\n  ") + line.c_str();
    return out;
  }
};

}  // namespace doctest
