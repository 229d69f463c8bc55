// The user's files on the real disk: what is claimed, held, put aside, edited and asked of git.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "host/files.hpp"

namespace {

using namespace connect;
namespace fs = std::filesystem;

struct Place {
  Place() {
    std::string name = (fs::temp_directory_path() / "connect-files-XXXXXX").string();
    folder = ::mkdtemp(name.data());
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  ~Place() { fs::remove_all(folder); }

  std::string at(const std::string& name) const { return (folder / name).string(); }
  void put(const std::string& name, const std::string& bytes) const {
    std::ofstream(at(name), std::ios::binary) << bytes;
    fs::permissions(at(name), fs::perms::owner_read | fs::perms::owner_write);
  }
  std::string bytes(const std::string& name) const {
    std::ifstream in(at(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  fs::path folder;
};

/// A variable of the environment as long as this lives.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = ::getenv(name)) old_ = old;
    value == nullptr ? ::unsetenv(name) : ::setenv(name, value, 1);
  }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;
  ~Variable() { old_ ? ::setenv(name_, old_->c_str(), 1) : ::unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

}  // namespace

TEST_CASE("of all who claim a greeting the first has it, until the next is due") {
  const Place place;
  host::RealFiles files;
  const std::string path = place.at("state/greeted");
  CHECK(*files.claim(path, 1000, 2000));
  CHECK(place.bytes("state/greeted") == "2000\n");
  CHECK_FALSE(*files.claim(path, 1500, 2500));
  CHECK(*files.claim(path, 2000, 3000));
  CHECK(place.bytes("state/greeted") == "3000\n");
}

TEST_CASE("nobody waits for a greeting or a hold that another has") {
  const Place place;
  host::RealFiles files;
  const std::string path = place.at("greeted");
  CHECK(*files.hold(place.at("lock")));
  CHECK_FALSE(*host::RealFiles().hold(place.at("lock")));
  place.put("greeted", "");
  const int other = ::open(path.c_str(), O_RDWR | O_CLOEXEC);
  REQUIRE(other >= 0);
  REQUIRE(::flock(other, LOCK_EX) == 0);
  CHECK_FALSE(*files.claim(path, 1000, 2000));
  ::close(other);
  CHECK(*files.claim(path, 1000, 2000));
}

TEST_CASE("a greeting is claimed in no place that others could have made") {
  const Place place;
  host::RealFiles files;
  place.put("file", "mine");
  CHECK_FALSE(files.claim(place.at("file/greeted"), 1000, 2000));  // its folder is a file
  fs::create_symlink(place.at("file"), place.at("link"));
  CHECK_FALSE(files.claim(place.at("link"), 1000, 2000));
  CHECK_FALSE(files.hold(place.at("link")));
  fs::create_directory(place.at("folder"));
  CHECK_FALSE(files.claim(place.at("folder"), 1000, 2000));
  CHECK(place.bytes("file") == "mine");
}

TEST_CASE("a file put aside keeps its bytes, under a name that is free") {
  const Place place;
  host::RealFiles files;
  for (const std::string bytes : {"one", "two"}) {
    place.put("copy", bytes);
    const auto where = files.set_aside(place.at("copy"), place.at("aside/copy"));
    REQUIRE(where);
    CHECK_FALSE(fs::exists(place.at("copy")));
    CHECK(place.bytes(fs::path(*where).lexically_relative(place.folder).string()) == bytes);
  }
  CHECK(place.bytes("aside/copy") == "one");
  CHECK_FALSE(files.set_aside(place.at("none"), place.at("aside/none/more")));
  place.put("copy", "three");
  CHECK_FALSE(files.set_aside(place.at("copy"), place.at("copy/below")));
  CHECK(place.bytes("copy") == "three");
}

TEST_CASE("the note is what the editor leaves, without white space at its end") {
  const Place place;
  host::RealFiles files;
  const Variable runtime("XDG_RUNTIME_DIR", place.folder.c_str());
  const Variable visual("VISUAL", "");
  {
    const Variable editor("EDITOR", "printf ' more \\n\\n' >>");
    CHECK(*files.edited("a note") == "a note more");
  }
  for (const char* bad : {"false", "rm", "kill -9 $$;", "/no/such/editor"}) {
    const Variable editor("VISUAL", bad);
    CHECK_FALSE(files.edited("a note"));
  }
  CHECK(fs::is_empty(place.folder));
  const Variable editor("EDITOR", "true");
  CHECK(*files.edited("") == "");
  for (const char* folder : {"relative", static_cast<const char*>(nullptr)}) {
    const Variable elsewhere("XDG_RUNTIME_DIR", folder);
    CHECK(*files.edited("a note") == "a note");
  }
  const Variable gone("XDG_RUNTIME_DIR", place.at("none").c_str());
  CHECK_FALSE(files.edited("a note"));
}

TEST_CASE("git is given all of its input and gives all of its answer, however long") {
  const Place place;
  host::RealFiles files;
  const std::string path = place.at("bin");
  fs::create_directory(path);
  const auto git_is = [&](const std::string& script) {
    place.put("bin/git", "#!/bin/sh\n" + script + "\n");
    fs::permissions(place.at("bin/git"), fs::perms::owner_all);
  };
  const std::string whole = path + ":" + ::getenv("PATH");
  const Variable search("PATH", whole.c_str());
  const std::string megabyte(1 << 20, 'x');
  const auto before = ::signal(SIGPIPE, SIG_IGN);  // as in the program
  git_is("exec cat");
  CHECK((files.git(place.folder.string(), {"x"}, megabyte)->out == megabyte));
  git_is("exit 3");  // reads nothing of it
  CHECK(files.git(place.folder.string(), {"x"}, megabyte)->code == 3);
  git_is("echo said >&2; kill -9 $$");
  const auto killed = files.git(place.folder.string(), {"x"}, "");
  CHECK(killed->code == 128 + 9);
  CHECK(killed->err == "said\n");
  git_is("echo $GIT_TERMINAL_PROMPT");
  {
    const Variable asks("GIT_TERMINAL_PROMPT", "1");
    CHECK(files.git(place.folder.string(), {"x"}, "")->out == "1\n");
  }
  ::signal(SIGPIPE, before);
}

TEST_CASE("what is no file is not read as one, and a part is read from where it was left") {
  const Place place;
  host::RealFiles files;
  place.put("file", "one two");
  std::string read;
  const auto keep = [&](std::string_view bytes) { read.append(bytes); };
  CHECK(*files.read(place.at("file"), 4, keep));
  CHECK(read == "two");
  CHECK_FALSE(*files.read(place.at("none"), 0, keep));
  CHECK_FALSE(files.read(place.folder.string(), 0, keep));
  CHECK_FALSE(files.write(place.at("file/below"), "x", true));
  CHECK_FALSE(files.append(place.at("file/below"), "x", Files::Care::durable));
  CHECK_FALSE(files.append(place.folder.string(), "x", Files::Care::durable));
  CHECK(files.state(place.at("none")) == std::nullopt);
}
