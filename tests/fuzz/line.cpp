// Fuzz target: a ledger line. Any bytes are a record, foreign or bad; a record is serialized
// without invisible characters and parsed back to the same value.
#include "fuzz/target.hpp"
#include "store/format/codec.hpp"

namespace connect::fuzz {

void target(std::string_view line) {
  const store::Decoded once = store::decode(line);
  if (once.kind != store::LineKind::record) {
    must(!once.reason.empty(), "a line that is no record has a reason");
    return;
  }
  must(!once.record.id.empty(), "a record has an id");
  if (std::holds_alternative<Foreign>(once.record.body)) return;
  const std::string written = store::encode(once.record);
  must(is_seen(written, false), "a written line can be shown");
  const store::Decoded again = store::decode(written);
  must(again.kind == store::LineKind::record, "what is written is a record");
  must(again.record == once.record, "what is written is read back the same");
  must(store::encode(again.record) == written, "writing again changes nothing");
}

}  // namespace connect::fuzz
