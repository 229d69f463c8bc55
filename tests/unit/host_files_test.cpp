// RealFiles on the real disk: claims, locks, set_aside; and RealPrograms: the editor and git.
#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "host/facts.hpp"
#include "host/files.hpp"
#include "host/programs.hpp"
#include "host/random.hpp"

namespace connect::host_files_test {
namespace {

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
  CHECK(*files.lock_until_exit(place.at("lock")));
  CHECK_FALSE(*host::RealFiles().lock_until_exit(place.at("lock")));
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
  CHECK_FALSE(files.lock_until_exit(place.at("link")));
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
  host::RealPrograms programs;
  const std::string drafts = place.at("state/drafts");
  const Variable visual("VISUAL", "");
  const Variable editor("EDITOR", "printf ' more \\n\\n' >>");
  const auto draft = programs.edited("a note", drafts);
  REQUIRE(draft);
  CHECK(draft->text == "a note more");
  // Until somebody removes it the file is there, for its owner alone.
  CHECK(fs::path(draft->path).parent_path() == drafts);
  CHECK(fs::status(draft->path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  CHECK(fs::status(drafts).permissions() == fs::perms::owner_all);
  CHECK(place.bytes("state/drafts/" + fs::path(draft->path).filename().string()) ==
        "a note more \n\n");
}

TEST_CASE("an editor that ends badly leaves a file only if there are new words in it") {
  const Place place;
  host::RealPrograms programs;
  const std::string drafts = place.at("drafts");
  for (const char* bad : {"false", "rm", "kill -9 $$;", "/no/such/editor"}) {
    const Variable editor("VISUAL", bad);
    CHECK_FALSE(programs.edited("a note", drafts));
    CHECK(fs::is_empty(drafts));
  }
  const Variable editor("VISUAL", "sh -c 'echo words >>\"$1\"; exit 3' sh");
  const auto failed = programs.edited("a note", drafts);
  REQUIRE_FALSE(failed);
  REQUIRE_FALSE(fs::is_empty(drafts));
  const std::string left = fs::directory_iterator(drafts)->path().string();
  CHECK(failed.error().hint.find(left) != std::string::npos);
}

TEST_CASE(
    "a note that can be kept nowhere else is written in the folder of the login, or in /tmp") {
  const Place place;
  host::RealPrograms programs;
  const Variable editor("VISUAL", "true");
  place.put("file", "");
  for (const std::string& folder : {std::string(), place.at("file/drafts")}) {
    const Variable runtime("XDG_RUNTIME_DIR", place.folder.c_str());
    const auto draft = programs.edited("a note", folder);
    REQUIRE(draft);
    CHECK(draft->text == "a note");
    CHECK(draft->path.starts_with(place.at("connect-note-")));
  }
  const Variable runtime("XDG_RUNTIME_DIR", "relative");
  const auto draft = programs.edited("a note", "");
  REQUIRE(draft);
  CHECK(draft->path.starts_with("/tmp/connect-note-"));
  fs::remove(draft->path);
  const Variable gone("XDG_RUNTIME_DIR", place.at("none").c_str());
  CHECK_FALSE(programs.edited("a note", ""));
}

TEST_CASE("only a regular file is replaced: a device or FIFO is written to, a link is followed") {
  const Place place;
  host::RealFiles files;
  CHECK(files.write("/dev/null", "x", true));
  CHECK(files.write("/dev/null", "x", false));
  CHECK(fs::is_character_file("/dev/null"));

  const std::string fifo = place.at("fifo");
  REQUIRE(::mkfifo(fifo.c_str(), 0600) == 0);
  const int reader = ::open(fifo.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  CHECK(files.write(fifo, "through", true));
  std::string got(16, ' ');
  CHECK(::read(reader, got.data(), got.size()) == 7);
  ::close(reader);
  CHECK(fs::is_fifo(fifo));

  place.put("target", "old");
  fs::create_symlink("target", place.at("link"));
  CHECK_FALSE(files.write(place.at("link"), "new", false));
  CHECK(files.write(place.at("link"), "new", true));
  CHECK(fs::is_symlink(place.at("link")));
  CHECK(place.bytes("target") == "new");

  fs::create_symlink("later", place.at("ahead"));
  CHECK(files.write(place.at("ahead"), "new", false));
  CHECK(fs::is_symlink(place.at("ahead")));
  CHECK(place.bytes("later") == "new");
  CHECK_FALSE(files.write(place.folder.string(), "x", true));
}

TEST_CASE("a line goes through a link to where the ledger is not yet") {
  const Place place;
  host::RealFiles files;
  fs::create_directory(place.at("dots"));
  fs::permissions(place.at("dots"), fs::perms::owner_all);
  fs::create_symlink(place.at("dots/ledger"), place.at("link"));
  CHECK(files.real_path(place.at("link")) ==
        (fs::canonical(place.folder) / "dots/ledger").string());
  CHECK(files.append(place.at("link"), "one", Files::Care::durable, {}));
  CHECK(place.bytes("dots/ledger") == "one\n");
  CHECK(fs::is_symlink(place.at("link")));
  fs::create_symlink(place.at("loop"), place.at("loop"));
  CHECK_FALSE(files.append(place.at("loop"), "one", Files::Care::durable, {}));
}

TEST_CASE("a leading ~/ is the home folder, in a variable and everywhere else") {
  const Variable home("HOME", "/home/ana");
  const Variable ledger("CONNECT_LEDGER", "~/x.jsonl");
  const Variable config("CONNECT_CONFIG", "~/c.toml");
  const Variable data("XDG_DATA_HOME", "~/data");  // relative, so the specification says: ignored
  const Facts facts = host::read_facts();
  CHECK(facts.home == "/home/ana");
  CHECK(facts.ledger == "/home/ana/x.jsonl");
  CHECK(facts.config == "/home/ana/c.toml");
  CHECK(facts.data_home == "/home/ana/.local/share");
  for (const char* as_it_is : {"~", "~ana/x", "x/~/y", "./~/x", ""})
    CHECK(home_expanded(as_it_is, "/home/ana") == as_it_is);
  CHECK(home_expanded("~/x", "/") == "/x");
  CHECK(home_expanded("~/x", "") == "~/x");
}

TEST_CASE("ids stay apart where the kernel refuses random bytes") {
  std::set<std::array<std::uint8_t, 16>> seen;
  for (int i = 0; i < 1000; ++i) seen.insert(host::random_bytes());
  for (int i = 0; i < 1000; ++i) seen.insert(host::mixed_bytes());
  CHECK(seen.size() == 2000);
}

TEST_CASE("git is given all of its input and gives all of its answer, however long") {
  const Place place;
  host::RealPrograms programs;
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
  CHECK((programs.git(place.folder.string(), {"x"}, megabyte)->out == megabyte));
  git_is("exit 3");  // reads nothing of it
  CHECK(programs.git(place.folder.string(), {"x"}, megabyte)->code == 3);
  git_is("echo said >&2; kill -9 $$");
  const auto killed = programs.git(place.folder.string(), {"x"}, "");
  CHECK(killed->code == 128 + 9);
  CHECK(killed->err == "said\n");
  git_is("echo $GIT_TERMINAL_PROMPT");
  {
    const Variable asks("GIT_TERMINAL_PROMPT", "1");
    CHECK(programs.git(place.folder.string(), {"x"}, "")->out == "1\n");
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
  CHECK_FALSE(files.append(place.at("file/below"), "x", Files::Care::durable, {}));
  CHECK_FALSE(files.append(place.folder.string(), "x", Files::Care::durable, {}));
  CHECK(files.state(place.at("none")) == std::nullopt);
}

}  // namespace connect::host_files_test
