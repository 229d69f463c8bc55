#include "domain/time/instant.hpp"

#include <cctype>
#include <cstdlib>

namespace connect {
namespace {

constexpr std::int64_t day_seconds = 86400;
constexpr std::int64_t minute_seconds = 60;

std::int64_t local_seconds(const Instant& at) {
  return at.seconds + at.offset_minutes * minute_seconds;
}

std::string two_digits(int value) {
  return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

/// The number in text[at, at + width), or -1 when it is not all digits.
int number_at(std::string_view text, std::size_t at, std::size_t width) {
  if (at + width > text.size()) return -1;
  int value = 0;
  for (char c : text.substr(at, width)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> offset_from(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const int hours = number_at(text, 1, 2);
  const int minutes = number_at(text, 4, 2);
  if (hours < 0 || hours > 23 || minutes < 0 || minutes > 59) return std::nullopt;
  return (text[0] == '-' ? -1 : 1) * (hours * 60 + minutes);
}

std::string_view without_fraction(std::string_view rest) {
  if (rest.empty() || rest[0] != '.') return rest;
  const auto end = rest.find_first_not_of("0123456789", 1);
  return end == 1 || end == std::string_view::npos ? std::string_view{} : rest.substr(end);
}

}  // namespace

Day local_day(const Instant& at, int day_start) {
  const std::int64_t local = local_seconds(at) - std::int64_t{day_start} * 60;
  // Rounds down, also before 1970.
  return {static_cast<std::int32_t>((local - (local < 0 ? day_seconds - 1 : 0)) / day_seconds)};
}

int local_second(const Instant& at) {
  return static_cast<int>(local_seconds(at) - local_day(at).number * day_seconds);
}

Instant instant_at(Day day, int second, int offset_minutes) {
  return {day.number * day_seconds + second - offset_minutes * minute_seconds,
          static_cast<std::int16_t>(offset_minutes)};
}

std::string clock_time(const Instant& at) {
  const int second = local_second(at);
  return two_digits(second / 3600) + ":" + two_digits(second / 60 % 60);
}

std::string rfc3339(const Instant& at) {
  const int offset = std::abs(static_cast<int>(at.offset_minutes));
  return iso(local_day(at)) + "T" + clock_time(at) + ":" + two_digits(local_second(at) % 60) +
         (at.offset_minutes < 0 ? "-" : "+") + two_digits(offset / 60) + ":" +
         two_digits(offset % 60);
}

std::optional<Instant> instant_from_rfc3339(std::string_view text) {
  if (text.size() < 20) return std::nullopt;
  const auto day = day_from_iso(text.substr(0, 10));
  const int hour = number_at(text, 11, 2);
  const int minute = number_at(text, 14, 2);
  const int second = number_at(text, 17, 2);
  const bool shaped =
      (text[10] == 'T' || text[10] == 't' || text[10] == ' ') && text[13] == ':' && text[16] == ':';
  const bool in_range = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 &&
                        second <= 60;  // 60: a leap second
  const auto offset = offset_from(without_fraction(text.substr(19)));
  if (!day || !shaped || !in_range || !offset) return std::nullopt;
  return instant_at(*day, hour * 3600 + minute * 60 + second, *offset);
}

std::optional<int> minutes_from_clock(std::string_view text) {
  const auto colon = text.find(':');
  if (colon == 0 || colon > 2 || text.size() != colon + 3) return std::nullopt;
  const int hour = number_at(text, 0, colon);
  const int minute = number_at(text, colon + 1, 2);
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return hour * 60 + minute;
}

std::optional<int> minutes_from_words(std::string_view text) {
  std::string clock;
  for (char c : text)
    clock += c == '.' ? ':' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  const bool is_morning = clock.ends_with("am");
  if (!is_morning && !clock.ends_with("pm")) return minutes_from_clock(clock);
  clock.resize(clock.size() - 2);
  if (clock.ends_with(' ')) clock.pop_back();
  if (clock.find(':') == clock.npos) clock += ":00";
  const auto minutes = minutes_from_clock(clock);
  constexpr int half_day = 12 * 60;
  if (!minutes || *minutes < 60 || *minutes >= half_day + 60) return std::nullopt;
  return *minutes % half_day + (is_morning ? 0 : half_day);
}

}  // namespace connect
