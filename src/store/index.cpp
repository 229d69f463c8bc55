#include "store/index.hpp"

#include "store/packing.hpp"

namespace connect::store {
namespace {

constexpr std::uint64_t magic = 0x3378646963'6f6eULL;  // ends with the number of the version

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

constexpr auto flow_rest = [](auto& io, auto& index) { flow_past(io, index.past); };

}  // namespace

std::string packed(const Index& index) { return packed_as(magic, index, flow_rest); }

std::optional<Index> unpacked(std::string_view bytes) {
  return unpacked_as<Index>(magic, bytes, flow_rest);
}

}  // namespace connect::store
