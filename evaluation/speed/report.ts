import type { Figures, Results, Scenario } from './run.ts';

const number = (value: number, digits: number): string => value.toFixed(digits);

const isMeasured = (row: Scenario['tools'][string] | undefined): row is Figures =>
  row !== undefined && 'wallMs' in row;

function scenarioTable({ name, links, latencyMs, rounds, tools }: Scenario): string {
  const rows = Object.entries(tools).map(([tool, row]) =>
    isMeasured(row)
      ? `| ${tool} | ${number(row.wallRatio, 2)} × | ${number(row.wallMs / 1000, 2)} s | ${number(row.cpuMsPerLink, 3)} ms | ${number(row.peakMiB, 0)} MiB |`
      : `| ${tool} | ${row.failed} | | | |`,
  );
  return `## ${links.toLocaleString('en')} links, ${latencyMs === 0 ? 'no latency' : `${latencyMs} ms latency`}${name === 'many links' ? ' (many)' : ''}

Median of ${rounds} ${rounds === 1 ? 'round' : 'rounds'}; the ratio is to the bare undici loop of the same round.

| tool | wall, ratio | wall | CPU a link | peak memory |
| --- | --- | --- | --- | --- |
${rows.join('\n')}

${chart(tools)}
`;
}

/** Bars of characters: they read the same in a terminal and on a page, and need no picture. */
function chart(tools: Scenario['tools']): string {
  const measured = Object.entries(tools).flatMap(([tool, row]) =>
    isMeasured(row) ? [[tool, row.wallRatio] as const] : [],
  );
  const most = Math.max(...measured.map(([, ratio]) => ratio));
  const width = Math.max(...measured.map(([tool]) => tool.length));
  const bars = measured.map(
    ([tool, ratio]) =>
      `${tool.padEnd(width)}  ${'█'.repeat(Math.max(1, Math.round((ratio / most) * 40)))} ${number(ratio, 2)} ×`,
  );
  return `\`\`\`\n${bars.join('\n')}\n\`\`\``;
}

const names = (of: readonly string[]): string => (of.length === 0 ? '' : ` (${[...new Set(of)].join(', ')})`);

/** The whole report. */
export function markdownOf({ versions, node, load, wrong, start, scenarios, politeness }: Results): string {
  const wrongRows = Object.entries(wrong).map(
    ([tool, { aliveCalledDead, deadPassed, wrongTitlePassed, uncertainCalledDead }]) =>
      `| ${tool} | ${aliveCalledDead.length} | ${deadPassed.length} | ${wrongTitlePassed.length} | ${uncertainCalledDead.length} |`,
  );
  const detail = wrong.refvouch
    ? `refvouch’s own: alive called dead${names(wrong.refvouch.aliveCalledDead) || ': none'}; dead passed${names(wrong.refvouch.deadPassed) || ': none'}; wrong title passed${names(wrong.refvouch.wrongTitlePassed) || ': none'}.`
    : '';
  const kept = politeness
    ? `## The polite defaults

Promised: at most ${politeness.promised.atOnce} requests at once to a host, and ${politeness.promised.paceMs} ms between the starts of two. By the web’s own log of ${politeness.requests} requests to ${politeness.hosts} hosts: at most ${politeness.mostAtOnce} at once, and never closer than ${number(politeness.leastGapMs, 0)} ms.
`
    : '';
  const started = start
    ? `## Start

Against \`node -e 0\` (${number(start.emptyNodeMs, 0)} ms here): \`--version\` ${number(start.versionRatio, 2)} ×, \`parse\` of the article ${number(start.parseRatio, 2)} × (median of ${start.rounds} pairs).
`
    : '';
  return `# Speed

Made by \`npm run bench\` on Node ${node}, one processor for the client and one for the web, 64 requests at once, on a web of
our own on loopback: 200 hosts, Zipf-spread, pages of about 30 KB, all of them synthetic. Times differ from machine to
machine; the ratios hold. refvouch parses every citation and judges every title; the others fetch, and say whether a URL
answers. When it began, ${number(load.jobs, 1)} jobs wanted the ${load.processors} processors of this machine${load.jobs > load.processors ? ': wall times are those of a busy machine, processor time less so' : ''}.

${Object.entries(versions)
  .map(([tool, version]) => `- ${tool}: ${version}`)
  .join('\n')}

![CPU a link by tool and scenario](speed.svg)

## Wrong verdicts on 203 links

| tool | alive called dead | dead passed | wrong title passed | uncertain called dead |
| --- | --- | --- | --- | --- |
${wrongRows.join('\n')}

${detail}

${started}
${scenarios.map(scenarioTable).join('\n')}
${kept}`;
}
