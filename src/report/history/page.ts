import { createHash } from 'node:crypto';
import { plainLine } from '../encode/plain.ts';
import { xmlText } from '../encode/xml.ts';
import { monthsChart, survivalChart } from './chart.ts';
import type { HistoryOptions, HistoryReport } from './options.ts';
import { openingOf, repairsOf, type Table, tablesOf } from './told.ts';
import { historyWords } from './words.ts';

const style = `:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--faint:#595959;--line:#c8c8c8;--alive:#1a7f37;--dead:#b42318;--unknown:#767676}
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#141414;--faint:#b0b0b0;--line:#484848;--alive:#4ac26b;--dead:#ff7b72;--unknown:#a0a0a0}}
body{margin:2rem auto;max-width:48rem;padding:0 1rem;font:1rem/1.6 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}th,td{padding:.2rem .8rem .2rem 0;text-align:end;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{text-align:start}thead th{color:var(--faint);font-weight:600}tbody th{font-weight:400}
svg{display:block;width:100%;height:auto;margin:1rem 0;font:12px system-ui,sans-serif}svg text{fill:var(--faint)}.end{text-anchor:end}
.grid{stroke:var(--line);fill:none}.curve{stroke:var(--alive);stroke-width:2;fill:none}.alive{fill:var(--alive)}.dead{fill:var(--dead)}.unknown{fill:var(--unknown)}
.synthetic{border:2px solid var(--dead);padding:.5rem 1rem;font-weight:600}`;

/** Nothing is loaded, run, framed or sent: one style, known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const htmlLanguage = { en: 'en', zh: 'zh-Hans', ja: 'ja' };

/** The history as a page of its own, which needs nothing else. */
export function historyPage(report: HistoryReport, { language }: HistoryOptions): string {
  const words = historyWords[language];
  const { history, synthetic } = report;
  const opening = openingOf(report, words).map(
    (sentence) =>
      `<p${synthetic && sentence === words.synthetic ? ' class="synthetic"' : ''}>${text(sentence)}</p>`,
  );
  const { survival, hosts, months } = tablesOf(report, words);
  const body =
    history.visits === 0
      ? []
      : [
          sectionOf(survival, survivalChart(history, words)),
          `<section><h2>${text(words.repairs)}</h2><p>${text(repairsOf(report, words))}</p></section>`,
          sectionOf(hosts),
          sectionOf(months, monthsChart(history, words)),
        ];
  return `<!doctype html>
<html lang="${htmlLanguage[language]}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${text(words.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${text(words.title)}</h1>
${[...opening, ...body].join('\n')}
</main>
</body>
</html>
`;
}

const text = (foreign: string): string => xmlText(plainLine(foreign));

const sectionOf = ({ heading, note, columns, rows }: Table, chart = ''): string =>
  `<section><h2>${text(heading)}</h2>
${note ? `<p>${text(note)}</p>\n` : ''}${chart ? `${chart}\n` : ''}${rows.length ? tableOf(columns, rows) : ''}</section>`;

const tableOf = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  `<table>
<thead><tr>${columns.map((name) => `<th scope="col">${text(name)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map(([first = '', ...rest]) => `<tr><th scope="row">${text(first)}</th>${rest.map((cell) => `<td>${text(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody>
</table>`;
