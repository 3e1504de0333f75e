import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Measures, measure } from './measures.ts';
import { sets } from './sets.ts';

const percent = ({ right, of }: { right: number; of: number }): string =>
  of === 0 ? '–' : `${((100 * right) / of).toFixed(1)} % (${right} of ${of})`;

const cell = (text: string): string =>
  text
    .slice(0, 160)
    .replace(/[\\`*_{}[\]<>|#~&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/\s+/g, ' ');

function markdown(all: readonly Measures[]): string {
  const lines = ['# How often the judge is right', '', 'Made by `npm run eval:judge`.', ''];
  for (const { set, synthetic, rates, calibration, misses } of all) {
    lines.push(
      `## ${set}${synthetic ? ' (synthetic: written for this measurement)' : ''}`,
      '',
      '| measure | right |',
      '|---|---|',
    );
    for (const [name, rate] of Object.entries(rates)) lines.push(`| ${name} | ${percent(rate)} |`);
    if (calibration.length > 0) {
      lines.push(
        '',
        'How sure it was, and how often it was right:',
        '',
        '| verdict and score from | right |',
        '|---|---|',
      );
      for (const { bin, ...rate } of calibration) lines.push(`| ${bin} | ${percent(rate)} |`);
    }
    lines.push(
      '',
      `### Misses (${misses.length})`,
      '',
      '| measure | page | wanted | got |',
      '|---|---|---|---|',
    );
    for (const miss of misses)
      lines.push(`| ${[miss.measure, miss.id, miss.wanted, miss.got].map(cell).join(' | ')} |`);
    lines.push('');
  }
  return lines.join('\n');
}

/** Of pages that are not in the repository only what was concluded is written down, never what they say. */
const withoutContent = (measures: Measures): Measures =>
  measures.synthetic
    ? measures
    : {
        ...measures,
        misses: measures.misses.map((miss) => ({
          ...miss,
          wanted: /^(?:title|author|date)/.test(miss.measure) ? '' : (miss.wanted.split(':', 1)[0] as string),
          got: /^(?:title|author|date)/.test(miss.measure)
            ? ''
            : (/^[a-z0-9 .-]{0,60}/.exec(miss.got)?.[0].trim() ?? ''),
        })),
      };

const all: Measures[] = [];
for (const set of sets()) {
  const measured = await measure(set);
  all.push(withoutContent(measured));
  const lines = Object.entries(measured.rates).map(([name, rate]) => `  ${name.padEnd(60)} ${percent(rate)}`);
  process.stdout.write(`\n${set.name}${set.synthetic ? ' (synthetic)' : ''}\n${lines.join('\n')}\n`);
}
const folder = fileURLToPath(new URL('../../reports/evaluation/', import.meta.url));
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}judge.json`, `${JSON.stringify(all, null, 1)}\n`);
writeFileSync(`${folder}judge.md`, `${markdown(all)}\n`);
