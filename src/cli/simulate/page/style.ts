/** The look of the documents (templates/docs/site), as far as one page of charts needs it. */
export const pageStyle = `:root{color-scheme:light dark;--paper:#fff;--surface:#f6f7f9;--ink:#1a1f2b;--ink-2:#525a6b;--line:#d5d9e0;--accent:#2f4bd8;--good:#1a7a3c;--warn:#8f5a00;--bad:#b3261e;--calm:#5b6472;--track:#e9ecf1}
@media screen and (prefers-color-scheme:dark){:root{--paper:#12151c;--surface:#1b2029;--ink:#e8ebf1;--ink-2:#a9b1c0;--line:#353d4b;--accent:#9db1ff;--good:#7fd39a;--warn:#ecb957;--bad:#ff9d94;--calm:#a9b1c0;--track:#262c37}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.25rem clamp(1rem,4vw,2.5rem) 3rem;background:var(--paper);color:var(--ink);font:400 1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","DejaVu Sans",sans-serif;overflow-wrap:break-word}
h1,h2,h3{line-height:1.25;text-wrap:balance}
h1{font-size:clamp(1.5rem,1.2rem + 1.4vw,2.1rem);margin:0 0 .4rem}
h2{font-size:1.25rem;margin:2.5rem 0 .8rem}
h3{font-size:1rem;margin:0 0 .6rem}
p{margin:0 0 .7rem}
.lead{color:var(--ink-2)}
.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:.9rem;margin:1.4rem 0;padding:0;list-style:none}
.card{border:1px solid var(--line);border-left:4px solid var(--calm);border-radius:8px;background:var(--surface);padding:.8rem 1rem}
.card.good{border-left-color:var(--good)}.card.warn{border-left-color:var(--warn)}.card.bad{border-left-color:var(--bad)}
.card b{display:block;font-size:1.7rem;line-height:1.2;font-variant-numeric:tabular-nums}
.card span{display:block;color:var(--ink-2);font-size:.9rem}
.grid2{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,26rem),1fr));gap:1.1rem}
figure{margin:0;align-self:start;border:1px solid var(--line);border-radius:8px;padding:1rem;min-width:0}
.chart{display:block;width:100%;height:auto;font-family:inherit}
.chart text{fill:var(--ink);font-size:13px;font-variant-numeric:tabular-nums}
.chart .tick{fill:var(--ink-2);font-size:12px}
.chart .end{text-anchor:end}
.chart .value{font-weight:600}
.track{fill:var(--track)}
.bar.good{fill:var(--good)}.bar.warn{fill:var(--warn)}.bar.bad{fill:var(--bad)}.bar.calm,.column{fill:var(--accent)}
.whisker,.halo{fill:none;stroke:var(--ink);stroke-width:1.6}.halo{stroke:var(--paper);stroke-width:4;opacity:.75}
.grid{fill:none;stroke:var(--line);stroke-width:1}.axis{fill:none;stroke:var(--ink-2);stroke-width:1}
.scroll{overflow-x:auto;border:1px solid var(--line);border-radius:8px}
.scroll:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
table{border-collapse:collapse;width:100%;font-size:.93rem}
th,td{padding:.45rem .75rem;text-align:left;border-bottom:1px solid var(--line);vertical-align:top}
td:not(.number){min-width:9rem}
th{color:var(--ink-2);font-weight:600;white-space:nowrap}
tbody tr:last-child td{border-bottom:0}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.up{color:var(--bad);font-weight:600}.down{color:var(--good);font-weight:600}.even{color:var(--ink-2)}
.supposed{color:var(--ink-2);padding-left:1.2rem}
@media (max-width:34rem){.chart text{font-size:16px}.chart .tick{font-size:14.5px}}
@media print{body{max-width:none;padding:0}figure,.scroll,.card{break-inside:avoid}}`;
