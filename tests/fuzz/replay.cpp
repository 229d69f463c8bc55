// A substitute for libFuzzer, which only clang has: runs a target on every file of its folders,
// unchanged and then with random edits, the same on every run. An input that fails is saved as
// PROGRAM.finding.
//
//   fuzz_TARGET TIMES FOLDER...     edits each input TIMES times, with CONNECT_LONG 50 times as
//   often
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "fuzz/target.hpp"
#include "support/random.hpp"

// NOLINTNEXTLINE(bugprone-reserved-identifier): the name is the sanitizer's
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*)());

namespace {

using connect::test::Random;

// The input that is running, and the file in which to save it when it fails.
std::string current;
std::string finding;

void keep_finding() {
  std::ofstream(finding, std::ios::binary) << current;
  std::fprintf(stderr, "what broke it: %s\n", finding.c_str());
}

/// Adds the files of a folder, sorted by name, so that their seeds stay the same.
void add_inputs(const std::string& folder, std::vector<std::string>& inputs) {
  std::vector<std::filesystem::path> paths;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.is_regular_file()) paths.push_back(file.path());
  std::ranges::sort(paths);
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    inputs.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
}

/// Erases, repeats, overwrites a byte, or copies a piece of another input.
void damage(std::string& text, const std::vector<std::string>& others, Random& random) {
  const std::size_t at = random.below(text.size() + 1);
  const std::size_t size = random.below(std::min<std::size_t>(text.size() - at, 40) + 1);
  switch (random.below(4)) {
    case 0: text.erase(at, size); break;
    case 1: text.insert(at, text.substr(at, size)); break;
    case 2:
      if (at < text.size()) text[at] = static_cast<char>(random.below(256));
      break;
    default: {
      const std::string& other = random.pick(others);
      const std::size_t from = random.below(other.size() + 1);
      text.replace(at, size, other.substr(from, random.below(60)));
    }
  }
}

void run(const std::string& input) {
  current = input;
  connect::fuzz::target(current);
}

}  // namespace

int main(int count, char** words) {
  finding = std::string(words[0]) + ".finding";
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(keep_finding);
  std::set_terminate([] {
    keep_finding();
    std::abort();
  });
  std::vector<std::string> inputs;
  for (int i = 2; i < count; ++i) add_inputs(words[i], inputs);
  const int edits =
      count < 2 ? 0 : std::atoi(words[1]) * (std::getenv("CONNECT_LONG") == nullptr ? 1 : 50);
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    run(inputs[i]);
    Random random(i);
    for (int edit = 0; edit < edits; ++edit) {
      std::string text = inputs[i];
      for (auto times = random.between(1, 4); times > 0; --times) damage(text, inputs, random);
      run(text);
    }
  }
  std::printf("%zu inputs, each damaged %d times\n", inputs.size(), edits);
  return inputs.empty() ? 1 : 0;
}
