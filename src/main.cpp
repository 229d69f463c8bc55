// Reads the facts, runs the command, writes its output and returns its exit status.
#include <unistd.h>

#include <cerrno>
#include <exception>

#include "connect/app.hpp"
#include "host/facts.hpp"
#include "host/files.hpp"
#include "host/posix.hpp"
#include "host/programs.hpp"

namespace {

using namespace connect;

// The exit status of ErrorKind::not_saved.
constexpr int exit_unwritten = 4;

int write_answer(const Outcome& outcome) {
  host::write_all(STDERR_FILENO, outcome.err);
  const int failed = host::write_all(STDOUT_FILENO, outcome.out);
  if (failed == 0) return outcome.code;
  if (failed == EPIPE) return outcome.code;  // the reader, such as head, needs no more
  if (outcome.unasked) return outcome.code;
  // A script that saw an error would log the same act again, so lost output is not a failure of a
  // command that saved.
  host::write_all(STDERR_FILENO, outcome.saved
                                     ? "connect: saved, but the answer could not be written\n"
                                     : "connect: the answer could not be written\n"
                                       "  try: free some space, or send the output elsewhere\n");
  return outcome.saved || outcome.code != 0 ? outcome.code : exit_unwritten;
}

}  // namespace

int main(int count, char** words) {
  host::fill_standard_streams();
  host::ignore_fatal_writes();
  host::keep_files_private();
  host::keep_memory_private();
  try {
    host::RealFiles files;
    host::RealPrograms programs;
    const int code =
        write_answer(run({words + 1, words + count}, host::read_facts(), files, programs));
    host::release_signals();
    return code;
  } catch (const std::exception& fault) {
    const std::string message = std::string("connect: this is a bug in connect: ") + fault.what() +
                                "\n  try: report it, with the command you ran\n";
    host::write_all(STDERR_FILENO, message);
    return exit_code(ErrorKind::bug);
  }
}
