#include "store/days_file.hpp"

#include <array>

#include "store/bytes.hpp"
#include "store/index.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t magic = 0x3173796164'6f6eULL;  // ends with the number of the version
constexpr std::size_t header_size = 16;

void put(Packer& out, const Names& names) {
  out.put(static_cast<std::uint32_t>(names.size()));
  for (const Names::Name& name : names.all()) {
    out.put(name.display);
    out.put(name.key);
    out.put(name.shown);
    out.put(name.parent);
    out.put(name.face);
  }
}

void get(Unpacker& in, Names& names) {
  std::vector<Names::Name> all(in.count(4));
  for (Names::Name& name : all) {
    in.get(name.display);
    in.get(name.key);
    in.get(name.shown);
    in.get(name.parent);
    in.get(name.face);
  }
  names = Names(std::move(all));
}

/// Each list after its size; the empty one is always there.
void put(Packer& out, const NameLists& lists) {
  std::vector<std::uint32_t> numbers;
  for (std::uint32_t list = 1; list < lists.size(); ++list) {
    numbers.push_back(static_cast<std::uint32_t>(lists[list].size()));
    numbers.insert(numbers.end(), lists[list].begin(), lists[list].end());
  }
  out.put(numbers);
}

void get(Unpacker& in, NameLists& lists) {
  std::vector<std::uint32_t> numbers;
  in.get(numbers);
  for (auto at = numbers.begin(); at != numbers.end();) {
    const auto end = at + 1 + static_cast<std::ptrdiff_t>(*at);
    lists.intern({at + 1, end});
    at = end;
  }
}

void put(Packer& out, const Coverage& covered) {
  out.put(covered.file.path);
  for (const auto number : {covered.file.device, covered.file.inode, covered.file.size})
    out.put(number);
  out.put(covered.file.modified);
  out.put(covered.next_line);
  out.put(covered.ending);
  out.put(covered.marks);
  Account account = covered.account;
  shorten(account);
  out.put(account.bad_lines);
  out.put(account.newer);
  out.put(static_cast<std::uint32_t>(account.problems.size()));
  for (const Problem& problem : account.problems) {
    out.put(problem.damage);
    out.put(problem.line);
  }
}

void get(Unpacker& in, Coverage& covered) {
  in.get(covered.file.path);
  for (auto* number : {&covered.file.device, &covered.file.inode, &covered.file.size})
    in.get(*number);
  in.get(covered.file.modified);
  in.get(covered.next_line);
  in.get(covered.ending);
  in.get(covered.marks);
  covered.account.exists = true;
  covered.account.is_empty = false;
  in.get(covered.account.bad_lines);
  in.get(covered.account.newer);
  covered.account.problems.resize(in.count(sizeof(Damage) + sizeof(std::size_t)));
  for (Problem& problem : covered.account.problems) {
    in.get(problem.damage);
    in.get(problem.line);
  }
}

void put(Packer& out, const Chronicle& chronicle) {
  put(out, chronicle.people);
  put(out, chronicle.tags);
  put(out, chronicle.lists);
  out.put(chronicle.facts);
  out.put(chronicle.days);
  out.put(chronicle.with);
  out.put(chronicle.tagged);
  out.put(chronicle.felt);
  out.put(chronicle.noted);
  out.put(chronicle.shown);
  out.put(chronicle.rests.ranges());
  out.put(static_cast<std::uint32_t>(chronicle.foreign_ids.size()));
  for (const auto& [id, text] : chronicle.foreign_ids) {
    out.put(id);
    out.put(text);
  }
}

void get(Unpacker& in, Chronicle& chronicle) {
  get(in, chronicle.people);
  get(in, chronicle.tags);
  get(in, chronicle.lists);
  in.get(chronicle.facts);
  in.get(chronicle.days);
  in.get(chronicle.with);
  in.get(chronicle.tagged);
  in.get(chronicle.felt);
  in.get(chronicle.noted);
  in.get(chronicle.shown);
  std::vector<DayRange> rests;
  in.get(rests);
  for (const DayRange& range : rests) chronicle.rests.add(range);
  chronicle.foreign_ids.resize(in.count(sizeof(Id)));
  for (auto& [id, text] : chronicle.foreign_ids) {
    in.get(id);
    in.get(text);
  }
}

}  // namespace

std::string packed(const CoveredDays& days) {
  Packer out;
  out.put(magic);
  out.put(std::uint64_t{0});
  put(out, static_cast<const Coverage&>(days));
  put(out, days.chronicle);
  std::string bytes = std::move(out.bytes());
  const std::uint64_t sum = ending_hash(std::string_view(bytes).substr(header_size));
  std::memcpy(bytes.data() + sizeof magic, &sum, sizeof sum);
  return bytes;
}

std::optional<CoveredDays> unpacked_days(std::string_view bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  std::array<std::uint64_t, 2> header{};
  std::memcpy(header.data(), bytes.data(), header_size);
  bytes.remove_prefix(header_size);
  if (header[0] != magic || header[1] != ending_hash(bytes)) return std::nullopt;
  Unpacker in(bytes);
  CoveredDays days;
  get(in, static_cast<Coverage&>(days));
  get(in, days.chronicle);
  return in.at_end() ? std::optional(std::move(days)) : std::nullopt;
}

std::string days_path(const std::string& cache_home, const std::string& ledger) {
  constexpr std::string_view ending = ".index";
  std::string path = index_path(cache_home, ledger);
  return path.replace(path.size() - ending.size(), ending.size(), ".days");
}

}  // namespace connect::store
