#include "store/format/pieces.hpp"

#include <algorithm>

namespace connect::store {
namespace {

/// The offset of each line, and last the size of the bytes.
std::vector<std::size_t> line_starts(std::string_view bytes) {
  std::vector<std::size_t> starts = {0};
  for (auto at = bytes.find('\n'); at != bytes.npos; at = bytes.find('\n', at + 1))
    starts.push_back(at + 1);
  if (starts.back() < bytes.size()) starts.push_back(bytes.size());
  return starts;
}

class Cutter {
 public:
  explicit Cutter(std::string_view bytes) : bytes_(bytes), starts_(line_starts(bytes)) {}

  std::vector<Piece> cut() {
    Shape shape = Shape::line;
    std::string text;
    Scanner scanner(
        [&](const Record& record) {
          pieces_.push_back({Piece::Kind::record, std::move(text), record, shape == Shape::line});
        },
        [&](const Problem& problem) { take(problem); });
    scanner.on_text = [&](const Record&, std::string_view object, std::size_t, Shape as) {
      text = object;
      shape = as;
    };
    scanner.feed(bytes_);
    scanner.finish();
    return std::move(pieces_);
  }

 private:
  void take(const Problem& problem) {
    // Conflict markers inside an unfinished object were reported before it; they are among its
    // lines.
    for (; !markers_.empty() && markers_.back().line >= problem.line; markers_.pop_back()) {
      pieces_.pop_back();
      taken_ = markers_.back().taken_before;
    }
    // Two problems on one line make one piece.
    const std::size_t first = std::max(problem.line, taken_ + 1);
    const std::size_t last = std::min(problem.last_line, starts_.size() - 1);
    if (first > last) return;
    std::string_view lines = bytes_.substr(starts_[first - 1], starts_[last] - starts_[first - 1]);
    if (lines.ends_with('\n')) lines.remove_suffix(1);
    const bool is_marker = problem.damage == Damage::marker;
    if (is_marker) markers_.push_back({first, taken_});
    pieces_.push_back(
        {is_marker ? Piece::Kind::marker : Piece::Kind::unreadable, std::string(lines), {}, true});
    taken_ = last;
  }

  struct Marker {
    std::size_t line, taken_before;
  };

  std::string_view bytes_;
  std::vector<std::size_t> starts_;
  std::vector<Piece> pieces_;
  std::vector<Marker> markers_;  // those in pieces_
  std::size_t taken_ = 0;        // the last line that is in an unreadable piece or a marker
};

}  // namespace

std::vector<Piece> pieces_of(std::string_view bytes) { return Cutter(bytes).cut(); }

bool is_foreign(const std::vector<Piece>& pieces) {
  constexpr std::string_view opening = "{\"v\":";
  bool has_stranger = false;
  for (const Piece& piece : pieces) {
    if (piece.kind == Piece::Kind::record) return false;
    has_stranger = has_stranger || (piece.kind == Piece::Kind::unreadable && piece.text != "[]" &&
                                    !piece.text.starts_with(opening));
  }
  return has_stranger;
}

}  // namespace connect::store
