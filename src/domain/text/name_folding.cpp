// Folds names for comparison, and finds the candidate nearest to a name. The folds are Unicode
// 15.0: lower case of the base letter of the canonical decomposition, plus the few letters that
// people type as plain ones, such as ø as o.
#include "domain/text/name_folding.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>
#include <vector>

#include "domain/text/utf8.hpp"

namespace connect {
namespace {

// One character for each code point from the block's first on; a space means the code point itself.
// clang-format off
constexpr std::u16string_view latin =  // U+00C0 to U+024F
    u"aaaaaaæceeeeiiiiðnooooo ouuuuyþ "
    u"aaaaaa ceeeeiiii nooooo ouuuuy y"
    u"aaaaaaccccccccddddeeeeeeeeeegggg"
    u"gggghhħ iiiiiiiiiiĳ jjkk llllllŀ"
    u" llnnnnnn ŋ ooooooœ rrrrrrssssss"
    u"ssttttŧ uuuuuuuuuuuuwwyyyzzzzzzs"
    u" ɓƃ ƅ ɔƈ ɖɗƌ  ǝəɛƒ ɠɣ ɩɨƙ   ɯɲ ɵ"
    u"ooƣ ƥ ʀƨ ʃ  ƭ ʈuuʊʋƴ ƶ ʒƹ   ƽ   "
    u"    ǆǆ ǉǉ ǌǌ aaiioouuuuuuuuuu aa"
    u"aaææǥ ggkkooooʒʒjǳǳ ggƕƿnnaaææoo"
    u"aaaaeeeeiiiioooorrrruuuussttȝ hh"
    u"ƞ ȣ ȥ aaeeooooooooyy      ⱥȼ ƚⱦ "
    u" ɂ ƀʉʌɇ ɉ ɋ ɍ ɏ ";

constexpr std::u16string_view latin_additional =  // U+1E00 to U+1EFF
    u"aabbbbbbccddddddddddeeeeeeeeeeff"
    u"gghhhhhhhhhhiiiikkkkkkllllllllmm"
    u"mmmmnnnnnnnnoooooooopppprrrrrrrr"
    u"ssssssssssttttttttuuuuuuuuuuvvvv"
    u"wwwwwwwwwwxxxxyyzzzzzzhtwy s  ß "
    u"aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeee"
    u"eeeeeeeeiiiioooooooooooooooooooo"
    u"oooouuuuuuuuuuuuuuyyyyyyyyỻ ỽ ỿ ";

constexpr std::u16string_view greek =  // U+0370 to U+03FF
    u"ͱ ͳ ʹ ͷ       ;ϳ     ¨α·εηι ο υω"
    u"ιαβγδεζηθικλμνξοπρ στυφχψωιυαεηι"
    u"υ                 σ       ιυουωϗ"
    u"   ϒϒ   ϙ ϛ ϝ ϟ ϡ ϣ ϥ ϧ ϩ ϫ ϭ ϯ "
    u"    θ  ϸ ϲϻ  ͻͼͽ";

constexpr std::u16string_view greek_extended =  // U+1F00 to U+1FFF
    u"ααααααααααααααααεεεεεε  εεεεεε  "
    u"ηηηηηηηηηηηηηηηηιιιιιιιιιιιιιιιι"
    u"οοοοοο  οοοοοο  υυυυυυυυ υ υ υ υ"
    u"ωωωωωωωωωωωωωωωωααεεηηιιοουυωω  "
    u"ααααααααααααααααηηηηηηηηηηηηηηηη"
    u"ωωωωωωωωωωωωωωωωααααα ααααααα ι "
    u" ¨ηηη ηηεεηηη᾿᾿᾿ιιιι  ιιιιιι ῾῾῾"
    u"υυυυρρυυυυυυρ¨¨`  ωωω ωωοοωωω´  ";

constexpr std::u16string_view cyrillic =  // U+0400 to U+052F
    u"ееђгєѕііјљњћкиуџабвгдежзииклмноп"
    u"рстуфхцчшщъыьэюя         и      "
    u"                ее г   і    киу "
    u"ѡ ѣ ѥ ѧ ѩ ѫ ѭ ѯ ѱ ѳ ѵ ѵѵѹ ѻ ѽ ѿ "
    u"ҁ         ҋ ҍ ҏ ґ ғ ҕ җ ҙ қ ҝ ҟ "
    u"ҡ ң ҥ ҧ ҩ ҫ ҭ ү ұ ҳ ҵ ҷ ҹ һ ҽ ҿ "
    u"ӏжжӄ ӆ ӈ ӊ ӌ ӎ  ааааӕ ееә әәжжзз"
    u"ӡ ииииооө өөээууууууччӷ ыыӻ ӽ ӿ "
    u"ԁ ԃ ԅ ԇ ԉ ԋ ԍ ԏ ԑ ԓ ԕ ԗ ԙ ԛ ԝ ԟ "
    u"ԡ ԣ ԥ ԧ ԩ ԫ ԭ ԯ ";
// clang-format on

struct Block {
  char32_t first;
  std::u16string_view folds;
};

constexpr std::array blocks{Block{0xC0, latin}, Block{0x1E00, latin_additional},
                            Block{0x370, greek}, Block{0x1F00, greek_extended},
                            Block{0x400, cyrillic}};
// A missing or extra character in a table would shift every letter after it.
static_assert(latin.size() == 0x190 && latin_additional.size() == 0x100 && greek.size() == 0x90 &&
              greek_extended.size() == 0x100 && cyrillic.size() == 0x130);

char32_t folded_letter(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z' ? c + 0x20 : c;
  for (const Block& block : blocks) {
    if (c < block.first || c - block.first >= block.folds.size()) continue;
    const char32_t fold = block.folds[c - block.first];
    return fold == U' ' ? c : fold;
  }
  return c;
}

void append_folded(std::string& out, char32_t c) {
  const char32_t fold = folded_letter(c);
  if (fold == U'ß')
    out += "ss";
  else if (fold == U'æ')
    out += "ae";
  else if (fold == U'œ')
    out += "oe";
  else
    append_utf8(out, fold);
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == U' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::u32string letters_of(std::string_view text) {
  std::u32string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    letters += point.value;
    at += point.bytes;
  }
  return letters;
}

std::string digits_of(std::string_view key) {
  std::string digits;
  std::ranges::copy_if(key, std::back_inserter(digits),
                       [](char c) { return c >= '0' && c <= '9'; });
  return digits;
}

/// Optimal string alignment distance, in time |a| * |b|.
std::size_t distance_of(std::u32string_view a, std::u32string_view b) {
  // Three rows of the table are enough: a swap looks back two.
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      row[j] = std::min({replaced, above[j] + 1, row[j - 1] + 1});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

/// The distance of two keys if one may be a typo of the other. Two slips are allowed in long words
/// only, and not at their start, where people rarely slip: "coffee" is not "offer". Lengths too far
/// apart are rejected before the quadratic computation, so that a huge candidate costs nothing.
std::optional<std::size_t> slips_between(const std::u32string& key, std::string_view candidate) {
  constexpr std::size_t most_slips = 2, bytes_of_letter = 4;
  if (candidate.size() > (key.size() + most_slips) * bytes_of_letter) return std::nullopt;
  const std::u32string other = letters_of(candidate);
  const std::size_t shorter = std::min(key.size(), other.size());
  const bool may_have_two = shorter >= 6 && key.front() == other.front();
  const std::size_t allowed = may_have_two ? most_slips : 1;
  if (std::max(key.size(), other.size()) - shorter > allowed) return std::nullopt;
  const std::size_t distance = distance_of(key, other);
  return distance <= allowed ? std::optional(distance) : std::nullopt;
}

/// The candidate with the least `distance_to(fold key)`, the first of equals; empty if none has a
/// distance.
template <class Distance>
std::optional<std::string> closest(std::string_view word, std::span<const std::string> candidates,
                                   Distance distance_to) {
  const std::string* best = nullptr;
  std::size_t best_distance = 0;
  for (const std::string& candidate : candidates) {
    if (candidate == word) continue;
    const std::optional<std::size_t> distance = distance_to(fold_key(candidate));
    if (!distance || (best != nullptr && *distance >= best_distance)) continue;
    best = &candidate;
    best_distance = *distance;
  }
  return best != nullptr ? std::optional(*best) : std::nullopt;
}

/// Whether a letter of the Latin blocks that folds to ASCII is a capital one. They come in pairs,
/// in most places the capital first with an even number.
bool is_capital(char32_t c) {
  const auto in = [&](char32_t first, char32_t last) { return c >= first && c <= last; };
  if (c < 0x100) return c < 0xDF;
  if (c == 0x1F0 || in(0x1E96, 0x1E9A)) return false;  // without a capital
  const bool begins_odd =
      in(0x139, 0x148) || in(0x179, 0x17E) || in(0x1AF, 0x1B0) || in(0x1CD, 0x1DC);
  return (c % 2 == 1) == begins_odd;
}

// Limits the quadratic computation.
constexpr std::size_t longest_key = 128;  // bytes

}  // namespace

std::string fold_key(std::string_view name) {
  std::string key;
  key.reserve(name.size());
  bool space_owed = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    at += point.bytes;
    if (is_accent(point.value)) continue;
    if (is_space(point.value)) {
      space_owed = !key.empty();
      continue;
    }
    if (std::exchange(space_owed, false)) key += ' ';
    append_folded(key, point.value);
  }
  return key;
}

bool is_accent(char32_t c) { return c >= 0x300 && c <= 0x36F; }

std::string without_accents(char32_t letter) {
  std::string out;
  if (letter >= 0x80) append_folded(out, letter);
  if (!std::ranges::all_of(out, [](char c) { return c >= 'a' && c <= 'z'; })) return "";
  if (!out.empty() && is_capital(letter)) out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

std::string tidied(std::string_view name) {
  std::string out;
  bool space_owed = false;
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint point = decode(name, at);
    if (is_space(point.value)) {
      space_owed = !out.empty();
    } else {
      if (std::exchange(space_owed, false)) out += ' ';
      out += name.substr(at, point.bytes);
    }
    at += point.bytes;
  }
  return out;
}

std::string without_gaps(std::string key) {
  std::erase_if(key, [](char c) { return c == ' ' || c == '-' || c == '.'; });
  return key;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return distance_of(letters_of(a), letters_of(b));
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
  const std::string key = fold_key(word);
  if (key.size() > longest_key) return std::nullopt;
  const std::u32string letters = letters_of(key);
  if (letters.size() < 2) return std::nullopt;
  return closest(word, candidates,
                 [&](const std::string& other) { return slips_between(letters, other); });
}

namespace {

/// The only candidate that has this key as some of its words: "Aunt Ruth" for "ruth". Empty if
/// there are several.
std::optional<std::string> only_longer_name(std::string_view key,
                                            std::span<const std::string> candidates) {
  const std::string words = " " + std::string(key) + " ";
  std::optional<std::string> found;
  for (const auto& candidate : candidates) {
    const std::string longer = " " + fold_key(candidate) + " ";
    if (longer.size() == words.size() || longer.find(words) == longer.npos) continue;
    if (found) return std::nullopt;
    found = candidate;
  }
  return key.size() < 2 ? std::nullopt : found;
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view name,
                                        std::span<const std::string> candidates) {
  const std::string key = fold_key(name);
  if (key.size() > longest_key) return std::nullopt;
  const std::u32string letters = letters_of(key);
  constexpr std::size_t least_letters = 3;
  const auto slips = [&](const std::string& other) -> std::optional<std::size_t> {
    if (digits_of(key) != digits_of(other)) return std::nullopt;
    const auto shorter = std::min(letters.size(), letters_of(other).size());
    if (shorter == least_letters && key[0] != other[0]) return std::nullopt;
    return slips_between(letters, other);
  };
  if (letters.size() >= least_letters)
    if (auto close = closest(name, candidates, slips)) return close;
  return only_longer_name(key, candidates);
}

}  // namespace connect
