// Errors are values. A Result holds either what was asked for or an Error that says what failed
// and how to mend it; the kind alone decides the exit code, in one place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace connect {

enum class ErrorKind : std::uint8_t {
  usage,      // the words of the command are off
  damaged,    // the ledger is no ledger, or newer than this program; nothing was written
  not_saved,  // disk full, read-only, permission, unsafe file
  busy,       // another process holds the ledger
  apart,      // all is saved here, but did not get to the other copies
  bug,        // a fault of this program
};

/// The process exit code of an error of this kind: 2, 3, 4, 5, 1 or 70.
int exit_code(ErrorKind kind);

/// The kind's name in JSON: "usage", "damaged", "not-saved", "busy", "not-synced" or
/// "bug".
std::string_view slug(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::bug;
  std::string message;        // one line, what failed; never contains a note's text
  std::string hint;           // one line, how to mend it; may be empty
  bool may_be_saved = false;  // the disk did not confirm: nobody knows
  bool operator==(const Error&) const = default;
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  // Asking for what is not there is a programmer's mistake and ends in the last catch of main.
  T& operator*() & { return std::get<0>(held_); }
  const T& operator*() const& { return std::get<0>(held_); }
  T&& operator*() && { return std::get<0>(std::move(held_)); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

/// The result of an effect that yields nothing but its success.
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

inline Error usage_error(std::string message, std::string hint) {
  return {ErrorKind::usage, std::move(message), std::move(hint)};
}

}  // namespace connect
