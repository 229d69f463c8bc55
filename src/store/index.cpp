#include "store/index.hpp"

#include <array>

#include "store/bytes.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t magic = 0x3278646963'6f6eULL;  // ends with the number of the version
constexpr std::size_t header_size = 16;
constexpr std::size_t problems_kept = 3;  // as many as are named

/// Eight bytes at a time. Every step can be undone, so no single change goes unnoticed.
std::uint64_t checksum(std::string_view bytes) {
  std::uint64_t sum = bytes.size();
  const auto take = [&](std::uint64_t word) {
    sum = (sum ^ word) * 0x9e3779b97f4a7c15U;
    sum ^= sum >> 29;
  };
  std::uint64_t word = 0;
  for (; bytes.size() >= sizeof word; bytes.remove_prefix(sizeof word)) {
    std::memcpy(&word, bytes.data(), sizeof word);
    take(word);
  }
  word = 0;
  if (!bytes.empty()) std::memcpy(&word, bytes.data(), bytes.size());
  take(word);
  return mixed(sum);
}

// One description of the layout serves both ways: `io` is a Packer or an Unpacker.
template <class Io, class T>
void flow(Io& io, T& value) {
  if constexpr (std::is_same_v<Io, Packer>) {
    io.put(value);
  } else {
    io.get(value);
  }
}

template <class Io, class T, class Each>
void flow_all(Io& io, std::vector<T>& items, Each each) {
  if constexpr (std::is_same_v<Io, Packer>) {
    io.put(static_cast<std::uint32_t>(items.size()));
  } else {
    items.resize(io.count(4));
  }
  for (T& item : items) each(item);
}

template <class Io>
void flow_names(Io& io, Names& names) {
  std::vector<Names::Name> all(names.all().begin(), names.all().end());
  flow_all(io, all, [&](Names::Name& name) {
    flow(io, name.display);
    flow(io, name.key);
    flow(io, name.shown);
    flow(io, name.parent);
    flow(io, name.face);
  });
  if constexpr (!std::is_same_v<Io, Packer>) names = Names(std::move(all));
}

template <class Io>
void flow_rests(Io& io, DaySet& rests) {
  std::vector<DayRange> ranges = rests.ranges();
  flow(io, ranges);
  if constexpr (!std::is_same_v<Io, Packer>)
    for (const DayRange& range : ranges) rests.add(range);
}

template <class Io>
void flow_records(Io& io, Past& past) {
  flow_all(io, past.shown, [&](ShownRecord& each) {
    flow(io, each.said.stamp);
    flow(io, each.said.day);
    flow(io, each.said.act);
    flow(io, each.said.suggestion);
    flow(io, each.said.person);
    flow(io, each.said.instead_of);
    flow(io, each.id);
  });
  flow_all(io, past.notices, [&](Notice& notice) {
    flow(io, notice.stamp);
    flow(io, notice.day);
    flow_all(io, notice.with, [&](std::string& name) { flow(io, name); });
  });
  flow_all(io, past.recent, [&](RecentEntry& entry) {
    flow(io, entry.stamp);
    flow(io, entry.day);
    flow(io, entry.act);
    flow(io, entry.with);
  });
}

template <class Io>
void flow_past(Io& io, Past& past) {
  flow_names(io, past.people);
  flow_names(io, past.tags);
  flow(io, past.persons);
  flow(io, past.tagged);
  flow(io, past.earlier);
  flow(io, past.days);
  flow_rests(io, past.rests);
  flow_records(io, past);
  flow(io, past.first_shown);
  flow(io, past.base_day);
  flow(io, past.is_cut);
  flow(io, past.before);
}

template <class Io>
void flow_index(Io& io, Index& index) {
  flow(io, index.file.path);
  for (auto* number : {&index.file.device, &index.file.inode, &index.file.size}) flow(io, *number);
  flow(io, index.file.modified);
  flow(io, index.next_line);
  flow(io, index.ending);
  flow(io, index.account.bad_lines);
  flow(io, index.account.newer);
  flow_all(io, index.account.problems, [&](Problem& problem) {
    flow(io, problem.damage);
    flow(io, problem.line);
  });
  flow(io, index.marks);
  flow_past(io, index.past);
}

}  // namespace

std::uint64_t ending_hash(std::string_view last_bytes) { return checksum(last_bytes); }

std::string packed(const Index& given) {
  Index index = given;
  std::erase_if(index.account.problems, [](const Problem& problem) {
    return problem.damage != Damage::bad_line && problem.damage != Damage::foreign;
  });
  if (index.account.problems.size() > problems_kept) index.account.problems.resize(problems_kept);
  Packer body;
  flow_index(body, index);
  Packer whole;
  whole.put(magic);
  whole.put(checksum(body.bytes()));
  return std::move(whole.bytes()) + body.bytes();
}

std::optional<Index> unpacked(std::string_view bytes) {
  if (bytes.size() < header_size) return std::nullopt;
  std::array<std::uint64_t, 2> header{};
  std::memcpy(header.data(), bytes.data(), header_size);
  bytes.remove_prefix(header_size);
  if (header[0] != magic || header[1] != checksum(bytes)) return std::nullopt;
  Unpacker body(bytes);
  Index index;
  flow_index(body, index);
  if (!body.at_end()) return std::nullopt;
  index.account.exists = true;
  index.account.is_empty = false;
  return index;
}

std::string index_path(const std::string& cache_home, const std::string& ledger) {
  return cache_home + "/connect/" + hex_of(hash_of(ledger)) + ".index";
}

}  // namespace connect::store
