/** The page's whole style: system fonts, both colour schemes by one set of names, nothing fetched. */
export const PAGE_STYLE: string = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1f24; --soft: #57606a; --line: #d0d7de; --tint: #f6f8fa;
  --accent: #0550ae; --good: #116329; --bad: #a40e26; --warn: #7d4e00; --gone: #ffebe9; --came: #dafbe1; }
@media (prefers-color-scheme: dark) { :root { --paper: #0d1117; --ink: #e6edf3; --soft: #9ba7b4; --line: #3d444d; --tint: #161b22;
  --accent: #79c0ff; --good: #7ee787; --bad: #ffa198; --warn: #e3b341; --gone: #4a1b1f; --came: #143d21; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem 1.25rem; } header { padding-bottom: 0; } main { padding-top: 0; }
h1 { font-size: 1.5rem; margin: .5rem 0; } h2 { font-size: 1.15rem; margin: 2rem 0 .75rem; } h3 { font-size: 1rem; margin: 0; }
a { color: var(--accent); } code, pre { font: 13px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; } pre { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.verdict-good { color: var(--good); } .verdict-warn { color: var(--warn); } .verdict-bad { color: var(--bad); } .verdict-none { color: var(--soft); }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; margin: 1rem 0; padding: 0; list-style: none; }
.counts li { border: 1px solid var(--line); border-radius: .5rem; padding: .4rem .8rem; background: var(--tint); }
.counts b { display: block; font-size: 1.2rem; }
.find { position: sticky; top: 0; display: flex; flex-wrap: wrap; gap: .75rem; align-items: center; background: var(--paper);
  padding: .75rem 0; border-bottom: 1px solid var(--line); z-index: 1; }
.find input, .find select { font: inherit; color: inherit; background: var(--tint); border: 1px solid var(--soft); border-radius: .4rem; padding: .35rem .6rem; }
.find input { flex: 1 1 16rem; } .find output { color: var(--soft); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } summary:focus-visible { outline-offset: -3px; border-radius: .5rem; }
details { border: 1px solid var(--line); border-radius: .5rem; margin: .5rem 0; }
summary { cursor: pointer; scroll-margin-top: 5rem; padding: .55rem .8rem; display: flex; flex-wrap: wrap; gap: .35rem .75rem; align-items: baseline; }
summary::before { content: "▸"; color: var(--soft); } details[open] > summary::before { content: "▾"; }
summary .name { font-weight: 600; overflow-wrap: anywhere; flex: 1 1 18rem; }
details > :not(summary) { margin: 0 .8rem .8rem; }
.tag { border: 1px solid currentColor; border-radius: 1rem; padding: 0 .55rem; font-size: .8rem; white-space: nowrap; }
.tag-hit, .tag-recorded { color: var(--good); } .tag-miss, .tag-partial { color: var(--bad); } .tag-none, .tag-not-kept { color: var(--soft); } .tag-unused { color: var(--warn); }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; } @media (max-width: 45rem) { .sides { grid-template-columns: 1fr; } }
.side { border: 1px solid var(--line); border-radius: .4rem; overflow: hidden; } .side h3 { margin: 0; padding: .25rem .6rem; font-size: .8rem; background: var(--tint); }
.side pre { padding: .6rem; max-height: 26rem; overflow: auto; } .side pre:focus-visible { outline-offset: -3px; } p { overflow-wrap: anywhere; } del { background: var(--gone); text-decoration: none; } ins { background: var(--came); text-decoration: none; }
.turn { border-left: 3px solid var(--line); padding: .15rem .8rem; margin: .5rem 0; } .turn h4 { margin: 0; font-size: .8rem; color: var(--soft); font-weight: 600; }
.turn-assistant, .turn-answer { border-color: var(--accent); } .turn-error { border-color: var(--bad); } .turn-system { border-color: var(--warn); } .turn-tool { border-color: var(--good); }
.where, .hint { color: var(--soft); } [hidden] { display: none !important; }
@media (max-width: 45rem) { .find { position: static; } .keys { display: none; } summary { flex-wrap: wrap; } summary .name { flex-basis: calc(100% - 2rem); } }
@media print { .find { display: none; } .side pre { max-height: none; } details { break-inside: avoid; } }
`;
