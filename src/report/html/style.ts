/** Colours by name; every text colour stands 4.5:1 or better on the grounds it is used on. */
export const colours = `:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #fff; --ink: #1c2430; --faint: #566070; --line: #dde1e7; --accent: #1f5fbf;
  --verified: #17713f; --moved: #1f5fbf; --mismatched: #a04a00; --gone: #b3261e; --blocked: #6a3fb5;
  --unreachable: #7a5600; --unchecked: #566070;
  --verified-soft: #e3f4ea; --moved-soft: #e5eefb; --mismatched-soft: #fdeedd; --gone-soft: #fdeae8;
  --blocked-soft: #efe9fa; --unreachable-soft: #f8f0d9; --unchecked-soft: #eceef2;
  --on: #fff; --notice: #fff6d6; --notice-line: #e2c34c; --notice-ink: #4d3d00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --card: #1a2029; --ink: #e8ebf0; --faint: #a5aebb; --line: #313a47; --accent: #8ab8ff;
    --verified: #6fd39b; --moved: #8ab8ff; --mismatched: #ffb273; --gone: #ff938b; --blocked: #c3a6ff;
    --unreachable: #e6c35c; --unchecked: #a5aebb;
    --verified-soft: #173426; --moved-soft: #182b47; --mismatched-soft: #40270f; --gone-soft: #451d1a;
    --blocked-soft: #2e2347; --unreachable-soft: #38300f; --unchecked-soft: #29313c;
    --on: #12161c; --notice: #332a08; --notice-line: #806a14; --notice-ink: #f6e6a6;
  }
}`;

/** What all our pages share: type, links, focus, badges, buttons. */
export const base = `* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; overflow-wrap: anywhere; background: var(--ground); color: var(--ink); line-height: 1.6;
  font: 16px/1.6 system-ui, -apple-system, "Segoe UI", "Noto Sans", "Noto Sans CJK SC", "Hiragino Sans", sans-serif;
}
:lang(ja) { font-family: system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", sans-serif; }
:lang(zh) { font-family: system-ui, "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif; }
main, footer, .top { width: min(68rem, 100%); margin-inline: auto; padding-inline: clamp(.9rem, 3vw, 2rem); }
main > .top { padding-inline: 0; width: 100%; }
h1 { font-size: clamp(1.35rem, 1rem + 1.6vw, 1.9rem); line-height: 1.25; margin: .1em 0 .5em; overflow-wrap: anywhere; }
h2 { font-size: 1.2rem; margin: 0 0 .6rem; }
h3 { font-size: 1rem; margin: 0; }
p { margin: .4rem 0; }
a { color: var(--accent); text-underline-offset: .18em; }
a:hover { text-decoration-thickness: 2px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
[tabindex="-1"]:focus { outline: none; }
.note[tabindex="-1"]:focus { box-shadow: 0 0 0 3px var(--accent); }
.vh { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -99rem; top: 0; background: var(--card); padding: .6rem 1rem; z-index: 9; }
.skip:focus { left: 0; }
.faint { color: var(--faint); font-size: .875rem; }
.brand { margin: 1.6rem 0 0; color: var(--faint); font-size: .8rem; letter-spacing: .08em; font-weight: 600; }
[hidden] { display: none !important; }
code { font: .82em ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--faint); overflow-wrap: anywhere; }
button, select, input, textarea { font: inherit; color: inherit; }
button, .button {
  background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .35rem .8rem; min-height: 2.25rem;
  font-size: .875rem; cursor: pointer; color: var(--ink); text-decoration: none; display: inline-block;
}
button:hover, .button:hover { border-color: var(--accent); }
button:disabled { opacity: .55; cursor: default; }
input[type=search], input[type=text], input[type=url], input[type=date], select, textarea {
  background: var(--card); border: 1px solid var(--faint); border-radius: .5rem; padding: .35rem .6rem; min-height: 2.4rem; max-width: 100%; font-size: .9375rem;
}
.badge {
  display: inline-block; border-radius: 99rem; padding: .05rem .65rem; font-size: .8125rem; font-weight: 600; white-space: nowrap; justify-self: start;
}
.facts {
  background: var(--notice); border: 1px solid var(--notice-line); color: var(--notice-ink); border-radius: .6rem;
  padding: .4rem 1rem; margin: 0 0 1rem; font-weight: 600; font-size: .95rem;
}
footer { color: var(--faint); font-size: .85rem; padding-block: 1.5rem 3rem; }
${['verified', 'moved', 'mismatched', 'gone', 'blocked', 'unreachable', 'unchecked']
  .map(
    (status) =>
      `.badge.${status} { background: var(--${status}-soft); color: var(--${status}); } .fill-${status} { fill: var(--${status}); }`,
  )
  .join('\n')}
.fill-none { fill: var(--line); } .fill-bad, .fill-lost { fill: var(--gone); } .fill-good { fill: var(--line); }
.fill-stands { fill: var(--verified); } .fill-unsettled { fill: var(--blocked); }`;

const summaryStyle = `.summary { background: var(--card); border: 1px solid var(--line); border-radius: .8rem; padding: clamp(1rem, 2.5vw, 1.6rem); margin-bottom: 2rem; }
.summary h3 { margin-top: 1.3rem; }
.lead { font-size: 1.1rem; }
.share { display: block; width: 100%; height: .8rem; border-radius: .4rem; margin: .9rem 0; }
.tally { list-style: none; margin: 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)); gap: .3rem 1.4rem; }
.tally li { display: grid; grid-template-columns: 2.4rem auto 1fr; gap: .6rem; align-items: baseline; }
.tally b { font-size: 1.25rem; text-align: right; font-variant-numeric: tabular-nums; }
.meaning { color: var(--faint); font-size: .875rem; }
.strip { list-style: none; padding: 0; margin: .4rem 0 0; display: flex; flex-wrap: wrap; gap: 4px; }
.tile { display: block; width: 28px; height: 28px; border-radius: 5px; overflow: hidden; }
.tile svg { display: block; width: 28px; height: 28px; }
.tile text { fill: var(--on); font: 700 14px system-ui, sans-serif; text-anchor: middle; }
.tile:hover { box-shadow: 0 0 0 2px var(--ink); }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem 2.5rem; margin-top: 1.4rem; }
.bars { border-collapse: collapse; width: 100%; font-size: .875rem; align-self: start; }
.bars caption { text-align: start; font-weight: 700; font-size: 1rem; padding-bottom: .3rem; }
.bars thead th { color: var(--faint); font-weight: 500; text-align: start; font-size: .8125rem; padding: 0; }
.bars tbody th { font-weight: 500; text-align: start; width: 40%; overflow-wrap: anywhere; padding: .15rem .8rem .15rem 0; }
.bars td { display: flex; align-items: center; gap: .6rem; padding: .15rem 0; color: var(--faint); }
.bar { width: 40%; min-width: 4rem; height: .6rem; border-radius: .3rem; flex: none; }`;

const noteStyle = `.tools {
  position: sticky; top: 0; z-index: 2; background: var(--ground); padding: .6rem 0; margin-bottom: .6rem; border-bottom: 1px solid var(--line);
  display: flex; flex-wrap: wrap; gap: .5rem .9rem; align-items: end;
}
.tools label > span, .tools legend { display: block; font-size: .8125rem; color: var(--faint); padding: 0; }
.tools fieldset { border: 0; padding: 0; margin: 0; min-width: 0; }
.search { flex: 1 1 11rem; } .search input { width: 100%; }
.needs { display: flex; flex-wrap: wrap; border: 1px solid var(--faint); border-radius: .5rem; overflow: hidden; background: var(--card); }
.needs input { position: absolute; opacity: 0; pointer-events: none; }
.tools .needs label > span { color: var(--ink); padding: .4rem .7rem; font-size: .875rem; line-height: 1.5; cursor: pointer; }
.tools .needs label > :checked + span { background: var(--accent); color: var(--on); }
.needs label:focus-within > span { outline: 3px solid var(--accent); outline-offset: -5px; box-shadow: inset 0 0 0 2px var(--card); }
.downloads { display: flex; flex-wrap: wrap; gap: .4rem; }
.shown { flex-basis: 100%; margin: 0; color: var(--faint); font-size: .8125rem; }
.note { background: var(--card); border: 1px solid var(--line); border-inline-start: 4px solid var(--line); border-radius: .6rem; padding: .8rem clamp(.8rem, 2vw, 1.3rem); margin-bottom: .8rem; }
.note.hand { border-inline-start-color: var(--gone); }
.note.open { border-inline-start-color: var(--blocked); }
.note > header { display: flex; flex-wrap: wrap; gap: .3rem .6rem; align-items: center; }
.where { color: var(--faint); font-size: .8125rem; margin-inline-end: auto; }
.printed { font-size: 1.03rem; overflow-wrap: anywhere; margin: .5rem 0; }
.printed a.url, .printed span.url { color: var(--accent); text-decoration-line: underline; text-decoration-thickness: 1px; }
.printed .url.gone, .printed .url.mismatched { color: var(--gone); text-decoration-line: underline line-through; }
.printed .url.moved { color: var(--moved); }
mark { background: none; color: inherit; border-radius: 3px; padding-block: 1px; }
mark.info { box-shadow: 0 2px 0 -0.5px var(--line); }
mark.warning { background: var(--mismatched-soft); box-shadow: 0 2px 0 var(--mismatched); }
mark.error, mark.critical { background: var(--gone-soft); box-shadow: 0 2px 0 var(--gone); }
.caret { font-weight: 700; color: var(--faint); } .caret.warning { color: var(--mismatched); }
.caret.error, .caret.critical { color: var(--gone); }
sup { line-height: 0; font-weight: 700; font-size: .7em; padding-inline-start: 1px; }
sup.warning, .faults .warning .severity { color: var(--mismatched); }
sup.error, sup.critical, .faults .error .severity, .faults .critical .severity { color: var(--gone); }
.severity { font-weight: 600; }
.found { border-radius: .5rem; padding: .5rem .9rem; margin: .5rem 0; font-size: .94rem; background: var(--unchecked-soft); }
${['verified', 'moved', 'mismatched', 'gone', 'blocked', 'unreachable']
  .map((status) => `.found.${status} { background: var(--${status}-soft); }`)
  .join('\n')}
.found .about { font-weight: 600; margin: 0 0 .2rem; overflow-wrap: anywhere; }
.found dl, .fields { margin: 0; } dd { margin: 0; overflow-wrap: anywhere; }
.found dl > div, .fields > div { display: grid; grid-template-columns: 7.5rem 1fr; gap: .8rem; padding: .1rem 0; }
.found dt, .fields dt { color: var(--ink); opacity: 1; font-size: .875rem; font-weight: 500; }
.fields dt { color: var(--faint); }
q.foreign { quotes: "“" "”"; }
.faults { margin: .4rem 0; padding-inline-start: 1.6rem; font-size: .9rem; }
.faults li { padding: .05rem 0; }
details { margin-top: .3rem; } summary { cursor: pointer; font-size: .9rem; color: var(--faint); padding: .2rem 0; width: fit-content; }
summary:hover { color: var(--ink); }
.corrected { border: 1px dashed var(--verified); border-radius: .5rem; padding: .3rem .9rem .5rem; margin: .5rem 0; font-size: .94rem; overflow-wrap: anywhere; }
.sub { font-weight: 600; font-size: .8125rem; margin: .3rem 0 .1rem; color: var(--faint); }
.evidence .citation { border-top: 1px solid var(--line); padding: .5rem 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: .4rem 2rem; }
.citation > h4 { grid-column: 1 / -1; margin: 0; font-size: .95rem; } .part h4, .part h5 { margin: .2rem 0; font-size: .875rem; }
.part { min-width: 0; font-size: .875rem; overflow-wrap: anywhere; }
.part ul, .part ol { margin: .2rem 0; padding-inline-start: 1.3rem; }
.visit + .visit { border-top: 1px dotted var(--line); }
.document { margin: 1.4rem 0 .6rem; } .whole { margin: 0 0 1rem; }
@media (min-width: 40.01rem) { html:has(.tools:not([hidden])) { scroll-padding-top: 10rem; } }
@media (max-width: 40rem) {
  .tools { position: static; }
  .search, .tools fieldset, .status, .status select { flex-basis: 100%; width: 100%; }
  .needs label { flex: 1 1 auto; text-align: center; }
  .found dl > div, .fields > div { grid-template-columns: 1fr; gap: 0; }
  .tally li { grid-template-columns: 2rem auto; } .meaning { grid-column: 2; }
  .note > header .copy { width: 100%; }
}
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media print {
  :root { --ground: #fff; --card: #fff; --ink: #000; --line: #bbb; color-scheme: light; }
  body { font-size: 10pt; } .tools, .copy, .skip, footer { display: none !important; }
  .note, .found, .summary { break-inside: avoid-page; } .summary { border: 0; padding: 0; }
  .badge, .fill-verified, svg, .found, mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}`;

export const style = [colours, base, summaryStyle, noteStyle].join('\n');
