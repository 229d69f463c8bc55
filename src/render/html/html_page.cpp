// The HTML document and its style sheet. A style sheet is not HTML (there is no &amp; in it), so it
// is a plain string, made of constants only.
#include <fmt/format.h>

#include "render/html/html_parts.hpp"
#include "render/svg/svg_parts.hpp"

namespace connect::render {
namespace {

std::string variables(bool dark) {
  std::string out = ":root{";
  for (const Tone& tone : palette)
    out += fmt::format("--{}:{};", tone.name, dark ? tone.dark : tone.light);
  return out + "}\n";
}

/// A class c-TONE for each tone, which fills a shape, and a class a-ACT for each act, which colours
/// a border.
std::string tone_classes() {
  std::string out;
  for (const Tone& tone : palette) out += fmt::format(".c-{0}{{fill:var(--{0})}}", tone.name);
  for (Act act : all_acts) out += fmt::format(".a-{0}{{border-color:var(--{0})}}", slug(act));
  return out + "\n";
}

/// The palette. Dark colours apply to screens only; print stays light.
std::string colours() {
  return variables(false) + "@media screen and (prefers-color-scheme:dark){" + variables(true) +
         "}\n" + tone_classes();
}

constexpr std::string_view looks = R"css(*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;padding:clamp(2rem,6vw,5rem) 1.25rem;background:var(--paper);color:var(--ink);
  font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans",
  "Liberation Sans",Arial,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:42rem;margin:0 auto}
h1,h2,h3,.headline,.act{font-family:"Iowan Old Style","Palatino Linotype",Palatino,
  "URW Palladio L","Noto Serif",Georgia,"Liberation Serif",serif;font-weight:500;line-height:1.2;
  text-wrap:balance}
h1{margin:0;font-size:clamp(2rem,7vw,3rem);letter-spacing:-.015em}
h2{margin:0 0 1rem;font-size:1.25rem;color:var(--accent)}
h3{margin:2rem 0 .5rem;font-size:1.125rem}
h2+h3{margin-top:0}
p{margin:0 0 .75rem}
.eyebrow{margin:0 0 .75rem;color:var(--accent);font-size:.9375rem;font-weight:600;
  letter-spacing:.02em}
.lead{margin:.75rem 0 0;font-size:1.1875rem;color:var(--quiet)}
.quiet,dt,thead th,summary{color:var(--quiet);font-size:.9375rem}
main>*{margin-top:2.75rem;padding-top:1.5rem;border-top:1px solid var(--line)}
main section>:last-child{margin-bottom:0}
.headline{margin-bottom:.375rem;font-size:clamp(1.5rem,5vw,1.875rem)}
dl{display:grid;grid-template-columns:repeat(3,1fr);gap:2rem;margin:1.75rem 0 0}
dd{margin:0;font-size:1.375rem;font-variant-numeric:tabular-nums}
dd.quiet{font-size:.9375rem}
@media (max-width:36rem){
dl{display:block;margin-top:1.25rem}
dl>div{display:grid;grid-template-columns:1fr auto;align-items:baseline;column-gap:1rem;
  padding:.625rem 0;border-bottom:1px solid var(--line)}
dl>div:last-child{border:0}
dd{font-size:1.1875rem}
dd.quiet{grid-column:1/-1}
}
.overview{display:flex;flex-wrap:wrap;gap:3rem 2.5rem}
.overview>*{flex:1 1 17rem;min-width:0}
.overview>.days{flex:0 1 auto;max-width:100%}
svg{display:block}
.acts svg{width:100%;max-width:26rem;height:auto}
.feelings svg{width:100%;max-width:42rem;height:auto}
.chart svg{width:100%;max-width:34rem;height:auto}
.chart h3{margin:0;font-size:1.0625rem}
.halves{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(17rem,100%),1fr));
  gap:1.5rem 2.5rem;align-items:end;margin-top:1.25rem}
.chart+p,.halves+p{margin-top:.75rem}
.key svg{display:inline}
.presence{display:grid;grid-template-columns:minmax(0,max-content) max-content max-content;gap:.375rem 1.25rem;
  align-items:center;margin:1.25rem 0}
.presence li{display:contents}
.presence bdi{text-align:left}
.c-none{fill:none;pointer-events:all}
.s-quiet{fill:none;stroke:var(--quiet);stroke-width:1}
.s-thank{fill:none;stroke:var(--thank);stroke-width:2}
.s-accent{fill:none;stroke:var(--accent);stroke-width:2;stroke-linejoin:round;stroke-linecap:round}
.s-heat-0{stroke:var(--heat-0);stroke-width:3;stroke-linecap:round}
.scroll{overflow-x:auto}
.scroll>div{width:max-content;min-width:100%}
.from-end{direction:rtl}
.from-end>div{direction:ltr}
details{margin-top:1rem}
summary{display:inline-block;padding:.5rem 0;cursor:pointer;color:var(--accent)}
summary::before{content:"+";display:inline-block;width:1.125em}
[open]>summary::before{content:"\2212"}
:focus-visible{outline:2px solid var(--accent);outline-offset:4px;border-radius:4px}
table{position:relative;width:100%;border-collapse:collapse;font-variant-numeric:tabular-nums}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.5rem 0 .5rem 1rem;border-bottom:1px solid var(--line);text-align:right;
  font-weight:400;vertical-align:baseline}
th:first-child{padding-left:0;text-align:left}
td,thead th{white-space:nowrap}
thead th{padding-top:0}
ul,ol{margin:0;padding:0;list-style:none}
.plain li{padding:.25rem 0}
.said li{padding:.625rem 0;border-bottom:1px solid var(--line)}
.said li:first-child{padding-top:0}
.said li:last-child{padding-bottom:0;border:0}
.chips{display:flex;flex-wrap:wrap;gap:.625rem}
.chips li{padding:.125rem .75rem;border:1px solid var(--line);border-radius:1rem}
.chips b{margin-left:.25rem;color:var(--quiet);font-weight:400;font-variant-numeric:tabular-nums}
.act{font-size:1.375rem}
.act .quiet{font-family:system-ui,sans-serif}
.act,.notes li{margin:0;padding-left:1.125rem;border-left-width:3px;border-left-style:solid}
.notes li+li{margin-top:1.75rem}
.notes p{margin:0 0 .25rem}
.quote figure{margin:0}
blockquote{margin:0 0 .75rem;padding-left:1.125rem;border-left:3px solid;
  font:500 1.375rem/1.4 "Iowan Old Style","Palatino Linotype",Palatino,"URW Palladio L",
  "Noto Serif",Georgia,"Liberation Serif",serif}
blockquote p{margin:0}
.long blockquote{font:inherit}
footer{margin-top:2.75rem;padding-top:1.25rem;border-top:1px solid var(--line);
  color:var(--quiet);font-size:.9375rem}
@media print{
:root{--paper:#fff}
body{padding:0;font-size:10.5pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}
main>*{margin-top:1.25rem;padding-top:1rem}
.scroll{overflow:visible}
.scroll>div{width:auto}
.scroll svg{max-width:100%;height:auto}
details:not([open]){display:none}
svg,tr,li,dl>div{break-inside:avoid}
h2,h3{break-after:avoid}
}
)css";

}  // namespace

std::string html_page(std::string_view title, const Html& header, const Html& main,
                      const Html& footer) {
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
      "style-src 'unsafe-inline'; img-src data:\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<title>{}</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n{}{}</style>\n</head>\n"
      "<body>\n<header>\n{}\n</header>\n<main>\n{}</main>\n<footer>\n{}\n</footer>\n</body>\n"
      "</html>\n",
      escaped(title), colours(), looks, header, main, footer);
}

}  // namespace connect::render
