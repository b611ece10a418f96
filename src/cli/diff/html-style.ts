/** The look of the documents (templates/docs/site), as far as one page of changes needs it. */
export const diffStyle = `:root{color-scheme:light dark;--paper:#fff;--surface:#f6f7f9;--ink:#1a1f2b;--ink-2:#525a6b;--line:#d5d9e0;--warn:#8f5a00;--bad:#b3261e;--calm:#5b6472}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12151c;--surface:#1b2029;--ink:#e8ebf1;--ink-2:#a9b1c0;--line:#353d4b;--warn:#ecb957;--bad:#ff9d94;--calm:#a9b1c0}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:60rem;padding:1.25rem clamp(1rem,4vw,2.5rem) 3rem;background:var(--paper);color:var(--ink);font:400 1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:anywhere}
h1,h2,h3{line-height:1.3;text-wrap:balance}
h1{font-size:clamp(1.5rem,1.2rem + 1.4vw,2.1rem);margin:0 0 .4rem}
h2{font-size:1.25rem;margin:2.2rem 0 .2rem}
h3{font-size:1.02rem;margin:0 0 .4rem}
p{margin:0 0 .6rem}
.lead,.clause{color:var(--ink-2)}
.cards{display:flex;flex-wrap:wrap;gap:.9rem;margin:1.2rem 0;padding:0;list-style:none}
.card{flex:1 1 8rem;border:1px solid var(--line);border-left:4px solid var(--calm);border-radius:8px;background:var(--surface);padding:.7rem 1rem}
.card b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.card span{color:var(--ink-2)}
article{border:1px solid var(--line);border-left:4px solid var(--calm);border-radius:8px;padding:.8rem 1rem;margin:.8rem 0;break-inside:avoid}
.breaking{border-left-color:var(--bad)}.minor{border-left-color:var(--warn)}
.who{font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem .9rem;margin:0 0 .6rem}
dt{color:var(--ink-2)}dd{margin:0}
.clause{font-size:.85rem;margin:0}
code{font-family:ui-monospace,"SFMono-Regular",Menlo,"DejaVu Sans Mono",monospace}
@media (max-width:34rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:.4rem}}
@media print{body{max-width:none;padding:0}}`;
