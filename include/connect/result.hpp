// Errors are values: a Result<T> holds either a T or an Error with a kind, a message and a hint how
// to fix it. The kind alone decides the exit status (exit_code). std::expected would do the same,
// but GCC 12 lacks it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace connect {

enum class ErrorKind : std::uint8_t {
  usage,      // the command line is invalid
  damaged,    // the file is not a ledger, or newer than this program; nothing written
  not_saved,  // disk full, read-only, permission, unsafe file
  busy,       // another process holds the lock of the ledger
  apart,      // everything is saved here, but was not synced to the other copies
  bug,        // a defect of this program
};

/// The exit status for this kind: 2, 3, 4, 5, 1 or 70, in the order of the enumerators.
int exit_code(ErrorKind kind);

/// The kind's name in JSON: "usage", "damaged", "not-saved", "busy", "not-synced" or "bug".
std::string_view slug(ErrorKind kind);

struct Error {
  ErrorKind kind = ErrorKind::bug;
  std::string message;        // one line: what failed; never contains the text of a note
  std::string hint;           // one line: how to fix it; may be empty
  bool may_be_saved = false;  // the disk did not confirm the write: it may or may not be there
  bool operator==(const Error&) const = default;
};

/// Either a value or an Error; converts from both.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  explicit operator bool() const { return held_.index() == 0; }
  // Accessing the alternative that is not held is a bug: it throws, and main reports it.
  T& operator*() & { return std::get<0>(held_); }
  const T& operator*() const& { return std::get<0>(held_); }
  T&& operator*() && { return std::get<0>(std::move(held_)); }
  T* operator->() { return &std::get<0>(held_); }
  const T* operator->() const { return &std::get<0>(held_); }
  const Error& error() const { return std::get<1>(held_); }

 private:
  std::variant<T, Error> held_;
};

/// The result of an effect that has no value to return.
using Status = Result<std::monostate>;
inline Status success() { return std::monostate{}; }

inline Error usage_error(std::string message, std::string hint) {
  return {ErrorKind::usage, std::move(message), std::move(hint)};
}

}  // namespace connect
