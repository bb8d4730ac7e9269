#include "dialogs/analysis/view/html_style.hpp"

namespace attune::dialogs {

const std::string_view screenplay_style = R"css(
:root { color-scheme: light dark; --ink: #1d2433; --quiet: #5b6577; --paper: #fbfaf7; --sheet: #ffffff; --rule: #e3e0d8;
  --bot: #eef3f1; --accent: #1f6f63; --warn: #9a4a12; --warnbg: #fdf1e6; --bad: #a3282f; --badbg: #fcedec; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --quiet: #a2aab8; --paper: #14171c; --sheet: #1b1f26;
  --rule: #323844; --bot: #212a2b; --accent: #7fcfc0; --warn: #f0b27a; --warnbg: #33271c; --bad: #f2a0a0; --badbg: #361f21; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 "Iowan Old Style", "Palatino Linotype",
  Palatino, "Book Antiqua", "URW Palladio L", Georgia, "DejaVu Serif", serif; }
.page { display: grid; grid-template-columns: 17rem minmax(0, 1fr); max-width: 82rem; margin: 0 auto; }
nav { position: sticky; top: 0; align-self: start; height: 100vh; overflow-y: auto; padding: 2rem 1rem 2rem 1.5rem;
  border-right: 1px solid var(--rule); font: 13px/1.45 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
nav h2 { margin: 1.2rem 0 .3rem; font-size: 11px; letter-spacing: .08em; text-transform: uppercase; color: var(--quiet); }
nav ol { margin: 0; padding: 0; list-style: none; }
nav a { display: block; padding: .15rem 0; color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { color: var(--accent); text-decoration: underline; }
main { padding: 2.5rem 3rem 5rem; min-width: 0; }
h1 { margin: 0; font-size: 2.1rem; line-height: 1.2; font-weight: 600; letter-spacing: -.01em; }
.lead { margin: .4rem 0 2rem; color: var(--quiet); max-width: 44rem; }
.part { margin: 3.5rem 0 1rem; padding-bottom: .4rem; border-bottom: 2px solid var(--ink); font-size: 1.5rem; font-weight: 600; }
.scene { margin: 1.5rem 0 2.5rem; padding: 1.4rem 1.6rem 1.6rem; background: var(--sheet); border: 1px solid var(--rule);
  border-radius: 10px; }
.scene.crisis { border-left: 5px solid var(--bad); }
.scene h3 { margin: 0; font-size: 1.3rem; line-height: 1.3; font-weight: 600; }
.small, .id, .cond, .note, .chip, .pill, .way > .when, .lang { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; }
.small { font-size: 13px; color: var(--quiet); }
.starts { margin: .25rem 0 0; padding: 0; list-style: none; }
.step { margin-top: 1.3rem; padding-top: 1.1rem; border-top: 1px solid var(--rule); }
.step > .cond { margin: 0 0 .5rem; font-size: 13px; font-style: normal; color: var(--accent); font-weight: 600; }
.line { display: grid; grid-template-columns: 7.5rem minmax(0, 1fr) 9.5rem; gap: .2rem 1rem; margin: .5rem 0; align-items: start; }
.id { padding-top: .55rem; font-size: 12px; color: var(--quiet); text-align: right; overflow-wrap: anywhere; }
.words { display: grid; gap: .4rem; }
.words.many { grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); }
.bubble { padding: .5rem .9rem; background: var(--bot); border-radius: 4px 14px 14px 14px; white-space: pre-line; max-width: 42rem; }
.bubble + .bubble { margin-top: .3rem; }
.or { display: block; font: 11px system-ui, sans-serif; color: var(--quiet); margin: .15rem 0 .15rem .9rem; }
.lang { font-size: 11px; letter-spacing: .05em; text-transform: uppercase; color: var(--quiet); }
.chips { padding-top: .5rem; }
.chip { display: block; font-size: 12px; line-height: 1.35; color: var(--quiet); }
.chip::before { content: "\25CB\00A0"; }
.chip.signed { color: var(--accent); } .chip.signed::before { content: "\2713\00A0"; }
.chip.stale { color: var(--warn); font-weight: 600; } .chip.stale::before { content: "\21BB\00A0"; }
.note { margin: .2rem 0 .2rem 8.5rem; font-size: 13px; color: var(--quiet); }
.note a, .when a { color: var(--accent); }
.options { margin: .7rem 0 .2rem 8.5rem; }
.way { margin: .45rem 0; }
.way > .when { font-size: 13px; color: var(--quiet); }
.pill { display: inline-block; padding: .18rem .8rem; border: 1.5px solid var(--accent); border-radius: 99px; color: var(--ink);
  font-size: 14px; }
.pill + .lang { margin-left: .5rem; text-transform: none; letter-spacing: 0; font-size: 13px; }
.others { margin: .8rem 0 0 8.5rem; padding-left: 1rem; border-left: 3px solid var(--rule); }
.others .line, .options .line { grid-template-columns: 5.5rem minmax(0, 1fr) 9.5rem; }
.others .note, .options .note { margin-left: 0; }
footer { margin-top: 3rem; color: var(--quiet); }
@media (max-width: 62rem) { .page { display: block; } nav { position: static; height: auto; border: 0; padding-bottom: 0; }
  main { padding: 1.5rem; } .line, .others .line, .options .line { grid-template-columns: minmax(0, 1fr); }
  .id { text-align: left; padding: 0; } .note, .options, .others { margin-left: 0; } .chips { padding: 0; } }
@media print { :root { --paper: #fff; --sheet: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --bot: #f2f2f2; --accent: #000;
  --bad: #000; color-scheme: light; } @page { margin: 16mm 14mm; } body { font-size: 10.5pt; } .page { display: block; max-width: none; }
  nav { display: none; } main { padding: 0; } .scene { border: 0; border-top: 1.5pt solid #000; border-radius: 0; padding: .8rem 0;
  margin: 1rem 0; } .scene.crisis { border-left: 4pt solid #000; padding-left: .8rem; } .line, .way, h3, .step > .cond { break-inside: avoid; }
  h3, .part, .step > .cond, .when { break-after: avoid; } .bubble { border: .5pt solid #999; }
  .line, .others .line, .options .line { grid-template-columns: 5.5rem minmax(0, 1fr) 7rem; } .note, .options, .others { margin-left: 6rem; }
  .chip.unreviewed::after { content: "\A  ______________"; white-space: pre; } a { color: inherit; text-decoration: none; } }
)css";

}  // namespace attune::dialogs
