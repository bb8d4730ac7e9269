const css = `
:host {
  all: initial;
  --accent: var(--attune-accent, light-dark(#1d6a66, #86cdc4));
  --on-accent: var(--attune-on-accent, light-dark(#fff, #0d2220));
  --ground: var(--attune-ground, light-dark(#faf8f5, #161c1c));
  --surface: var(--attune-surface, light-dark(#fff, #202828));
  --ink: var(--attune-ink, light-dark(#22302f, #e9eeec));
  --quiet: var(--attune-quiet, light-dark(#566462, #a9b6b3));
  --line: var(--attune-line, light-dark(#ded9d1, #3a4645));
  --own: var(--attune-own, light-dark(#dfeeeb, #24413e));
  --alarm: var(--attune-alarm, light-dark(#9a2a1c, #ffb5a6));
  --alarm-ground: var(--attune-alarm-ground, light-dark(#fdf0ec, #3a2320));
  --radius: var(--attune-radius, 16px);
  color-scheme: light dark;
  display: flex;
  flex-direction: column;
  block-size: 100%;
  min-block-size: 26rem;
  max-block-size: 100dvh;
  color: var(--ink);
  font: 400 1rem/1.5 var(--attune-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif);
}
:host([theme=light]) { color-scheme: light; }
:host([theme=dark]) { color-scheme: dark; }
:host([mode=page]) { position: fixed; inset: 0; block-size: 100dvh; min-block-size: 0; }
:host([mode=page]) .frame { border: 0; border-radius: 0; }
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; }
p, ul { margin: 0; padding: 0; }
.unseen { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
svg { inline-size: 1.375rem; block-size: 1.375rem; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; flex: none; }

.frame {
  container-type: inline-size;
  display: flex;
  flex: 1;
  flex-direction: column;
  min-block-size: 0;
  overflow: hidden;
  background: var(--ground);
  border: 1px solid var(--line);
  border-radius: var(--radius);
}

button, .act {
  font: inherit;
  color: inherit;
  min-block-size: 44px;
  min-inline-size: 44px;
  padding: .5rem 1rem;
  border: 1px solid var(--line);
  border-radius: 22px;
  background: var(--surface);
  cursor: pointer;
}
button:hover, .act:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
h2:focus { outline: none; }
a { color: var(--accent); }
.act { display: inline-flex; align-items: center; text-decoration: none; font-weight: 600; }
.bare { display: grid; place-items: center; padding: 0; border-color: transparent; background: none; }
.plain { background: none; }
.help, .danger { color: var(--alarm); border-color: currentColor; background: var(--alarm-ground); font-weight: 600; }
.done, .send, .launcher { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }

header { position: relative; background: var(--surface); border-block-end: 1px solid var(--line); padding: .75rem 1rem; display: grid; gap: .5rem; }
.top { display: flex; align-items: center; margin-block: -.375rem -.625rem; margin-inline-end: -.5rem; }
.names { flex: 1; min-inline-size: 0; display: flex; flex-wrap: wrap; gap: 0 .5rem; align-items: center; }
.name { font-weight: 650; font-size: 1.0625rem; overflow-wrap: anywhere; }
.badge { font-size: .75rem; font-weight: 600; padding: .0625rem .5rem; border: 1px solid var(--line); border-radius: 1rem; color: var(--quiet); }
.disclosure { font-size: .875rem; line-height: 1.4; color: var(--quiet); overflow-wrap: anywhere; text-align: match-parent; }
.ways { display: flex; flex-wrap: wrap; gap: .5rem; }
.ways button { flex: 1 1 auto; font-size: .9375rem; }
@container (min-width: 34rem) {
  .ways button { flex: none; }
  .scroll { padding-inline: 1.5rem; }
}
.panel { border-block-start: 1px solid var(--line); padding-block-start: .75rem; max-block-size: 50vh; overflow-y: auto; }
.panel h2 { margin: 0 0 .5rem; font-size: 1.0625rem; color: var(--alarm); }
.help-card { display: grid; gap: .5rem; justify-items: start; }
.help-card > div { display: grid; gap: .5rem; inline-size: 100%; }
.items, .sure { display: flex; flex-wrap: wrap; gap: .5rem; }
.note, .sure p { flex-basis: 100%; font-size: .875rem; color: var(--quiet); }
.sure p { color: var(--ink); font-size: 1rem; }
.pinned { display: flex; flex-wrap: wrap; gap: .5rem; border-block-start: 1px solid var(--line); padding-block-start: .5rem; }
.pinned .act { flex: 1 1 auto; justify-content: center; color: var(--alarm); border-color: currentColor; background: var(--alarm-ground); }

.lines { list-style: none; display: grid; gap: .625rem; inline-size: 100%; }
.lines li { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; justify-content: space-between; overflow-wrap: anywhere; }
.acts { display: flex; flex-wrap: wrap; gap: .5rem; }
::slotted(*) { margin-block: 0; }

.banner:not(:empty) { padding: .5rem 1rem; font-size: .9375rem; background: light-dark(#fbf1d9, #3b331f); color: light-dark(#4d3c0c, #f3e3b8); border-block-end: 1px solid var(--line); }

.scroll { flex: 1; min-block-size: 0; overflow-y: auto; overscroll-behavior: contain; padding: 1rem; position: relative; }
.log { display: flex; flex-direction: column; gap: .5em; max-inline-size: 44em; margin-inline: auto; border-radius: 8px; }
[data-size="1"] :is(.log, textarea) { font-size: 1.25rem; }
[data-size="2"] :is(.log, textarea) { font-size: 1.5rem; }
.earlier { display: block; margin: 0 auto 1rem; }
time { display: none; font-size: .8125em; color: var(--quiet); padding-inline: .5em; }
.times time { display: block; }
.row > .ways { margin-block-start: .5em; }
.row { display: flex; flex-direction: column; align-items: start; }
.bubble { max-inline-size: min(92%, 36em); padding: .625em .9375em; border: 1px solid var(--line); border-radius: 18px; border-start-start-radius: 6px; background: var(--surface); overflow-wrap: anywhere; unicode-bidi: isolate; overflow: hidden; }
.bubble > * + * { margin-block-start: .5em; }
.bubble ul { padding-inline-start: 1.25rem; display: grid; gap: .25rem; }
.own { align-items: end; margin-block: .75rem .5rem; }
.own .bubble { background: var(--own); border-color: transparent; border-start-start-radius: 18px; border-end-end-radius: 6px; max-inline-size: min(85%, 32em); }
.own p { white-space: pre-wrap; }
.state { font-size: .8125em; color: var(--quiet); padding-inline: .5rem; }
.own:has(~ .bot) [class=state], .state:empty { display: none; }
.own[data-state=failed] .state { color: var(--alarm); display: block; }
.crisis .bubble { background: var(--alarm-ground); border-color: var(--alarm); border-inline-start-width: 4px; }
.notice { font-size: .875rem; color: var(--quiet); text-align: center; padding: .25rem 1rem; }

.choices { display: flex; flex-wrap: wrap; gap: .5rem; margin-block-start: .625rem; inline-size: 100%; }
.choice { border-color: var(--accent); color: var(--accent); text-align: start; font-weight: 500; overflow-wrap: anywhere; }
.choice:hover { background: var(--own); }
.choice[aria-pressed=true] { background: var(--own); color: var(--ink); box-shadow: inset 0 0 0 1px var(--accent); }
.choice[aria-pressed=true]::before { content: "\\2713" / ""; margin-inline-end: .5rem; font-weight: 700; }
.choice[aria-disabled=true] { cursor: default; }
.choice[aria-disabled=true]:not([aria-pressed=true]) { color: var(--quiet); border-color: var(--line); background: none; }
.done[aria-disabled=true] { display: none; }
.done[aria-disabled=true]:focus { display: inline-block; opacity: .6; }
.many { flex-direction: column; align-items: start; }
.many .choice { border-radius: 14px; inline-size: min(100%, 36em); }
.many .choice { display: flex; gap: .75rem; }
.many .choice::before { content: "" / ""; flex: none; inline-size: 1.25rem; block-size: 1.25rem; margin: .125rem 0 0; border: 2px solid currentColor; border-radius: 5px; font: 700 .9375rem/1rem system-ui, sans-serif; text-align: center; }
.many .choice[aria-pressed=true]::before { content: "\\2713" / ""; background: var(--accent); border-color: var(--accent); color: var(--on-accent); }

.typing { display: flex; gap: .3rem; padding: .9rem; max-inline-size: 44rem; margin-inline: auto; }
.typing i { inline-size: .5rem; block-size: .5rem; border-radius: 50%; background: var(--quiet); animation: breathe 1.4s infinite ease-in-out; }
.typing i:nth-child(2) { animation-delay: .2s; }
.typing i:nth-child(3) { animation-delay: .4s; }
@keyframes breathe { 0%, 70%, 100% { opacity: .3; } 35% { opacity: 1; } }

.over { padding: 1rem; text-align: center; display: grid; gap: .75rem; justify-items: center; border-block-start: 1px solid var(--line); background: var(--surface); }
.composer { background: var(--surface); border-block-start: 1px solid var(--line); padding: .625rem .75rem max(.625rem, env(safe-area-inset-bottom)); }
.line { display: flex; gap: .5rem; align-items: end; max-inline-size: 46rem; margin-inline: auto; }
textarea { flex: 1; min-inline-size: 0; font: inherit; color: inherit; background: var(--ground); border: 1px solid var(--quiet); border-radius: 22px; padding: .5625rem 1rem; min-block-size: 44px; max-block-size: 9rem; resize: none; }
textarea::placeholder { color: var(--quiet); opacity: 1; }
.send { display: grid; place-items: center; padding: 0; border-radius: 50%; flex: none; }
.send:dir(rtl) svg { transform: scaleX(-1); }
.complaint { color: var(--alarm); max-inline-size: 46rem; margin-inline: auto; }
.complaint:not(:empty) { padding-block-end: .5rem; }

:host([mode=launcher]) { display: contents; }
.corner, [role=dialog] { position: fixed; z-index: 2147483000; inset-block-end: max(1.25rem, env(safe-area-inset-bottom)); inset-inline-end: 1.25rem; color: var(--ink); font: 400 1rem/1.5 var(--attune-font, system-ui, sans-serif); }
:host([position=start]) :is(.corner, [role=dialog]) { inset-inline: 1.25rem auto; }
.corner .banner:not(:empty) { border: 1px solid var(--line); border-radius: var(--radius); }
.corner { display: grid; gap: .75rem; justify-items: end; max-inline-size: calc(100vw - 2.5rem); }
:host([position=start]) .corner { justify-items: start; }
.greeting { max-inline-size: 20rem; padding: .75rem 1rem; display: grid; gap: .5rem; justify-items: start; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface); box-shadow: 0 6px 24px rgb(0 0 0 / .18); }
.count { font-size: .875rem; padding-inline: .5rem; border-radius: 1rem; background: var(--surface); color: var(--ink); }
.launcher { display: flex; gap: .625rem; align-items: center; min-block-size: 56px; padding-inline: 1.25rem; border-radius: 28px; box-shadow: 0 6px 24px rgb(0 0 0 / .18); color: var(--on-accent); font-weight: 600; }
[role=dialog] { inline-size: min(26rem, 100vw - 2.5rem); block-size: min(44rem, 100dvh - 2.5rem); min-block-size: 0; box-shadow: 0 12px 48px rgb(0 0 0 / .22); }
@media (max-width: 30rem) {
  :host [role=dialog] { inset: 0 !important; inline-size: 100vw; block-size: 100dvh; border: 0; border-radius: 0; }
}
@media (prefers-reduced-motion: reduce) {
  .typing i { animation: none; opacity: .7; }
}
@media (prefers-contrast: more) {
  :host { --line: currentColor; --quiet: var(--ink); }
}
@media (max-height: 30rem) {
  .disclosure { display: none; }
  header { max-block-size: 40vh; overflow-y: auto; }
  header:has(.panel:not([hidden])) { max-block-size: 70vh; }
  .panel { max-block-size: none; }
  .ways { order: -1; }
  .ways button { flex: 1 1 0; padding-inline: .5rem; }
}
@media (forced-colors: active) {
  .choice[aria-pressed=true], .crisis .bubble { border-width: 3px; }
  .own .bubble { border-color: CanvasText; }
  .typing i { background: CanvasText; }
}
`;

let shared;

/** The one style sheet of all chats on a page. Constructed, so that no content security policy minds. */
export function sheet() {
  if (!shared) {
    shared = new CSSStyleSheet();
    shared.replaceSync(css);
  }
  return shared;
}
