#include "store/index.hpp"

#include "store/packing.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t magic = 0x3278646963'6f6eULL;  // ends with the number of the version

template <class Io, Maybe<Past> All>
void flow_records(Io& io, All& past) {
  flow_all(io, past.shown, [&](auto& each) {
    flow(io, each.said.stamp);
    flow(io, each.said.day);
    flow(io, each.said.act);
    flow(io, each.said.suggestion);
    flow(io, each.said.person);
    flow(io, each.said.instead_of);
    flow(io, each.id);
  });
  flow_all(io, past.notices, [&](auto& notice) {
    flow(io, notice.stamp);
    flow(io, notice.day);
    flow_all(io, notice.with, [&](auto& name) { flow(io, name); });
  });
  flow_all(io, past.recent, [&](auto& entry) {
    flow(io, entry.stamp);
    flow(io, entry.day);
    flow(io, entry.act);
    flow(io, entry.with);
  });
}

template <class Io, Maybe<Past> All>
void flow_past(Io& io, All& past) {
  flow(io, past.people);
  flow(io, past.tags);
  flow(io, past.persons);
  flow(io, past.tagged);
  flow(io, past.earlier);
  flow(io, past.days);
  flow(io, past.rests);
  flow_records(io, past);
  flow(io, past.first_shown);
  flow(io, past.base_day);
  flow(io, past.is_cut);
  flow(io, past.before);
}

}  // namespace

std::string packed(const Index& index) {
  Coverage covered = index;
  shorten(covered.account);
  Packer out;
  flow(out, covered);
  flow_past(out, index.past);
  return sealed(magic, out.bytes());
}

std::optional<Index> unpacked(std::string_view bytes) {
  const auto body = unsealed(magic, bytes);
  if (!body) return std::nullopt;
  Unpacker in(*body);
  Index index;
  flow(in, static_cast<Coverage&>(index));
  flow_past(in, index.past);
  return in.at_end() ? std::optional(std::move(index)) : std::nullopt;
}

}  // namespace connect::store
