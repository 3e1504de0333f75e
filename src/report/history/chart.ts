import { xmlText } from '../encode/xml.ts';
import { fill } from '../messages/index.ts';
import type { History } from './survival.ts';
import { percent } from './told.ts';
import type { HistoryWords } from './words.ts';

const [width, height, left, right, top, bottom] = [720, 240, 52, 12, 12, 36];
const innerWidth = width - left - right;
const innerHeight = height - top - bottom;
const number = (value: number): string => String(Math.round(value * 10) / 10);

/** The survival curve: steps, from all to what is left; its text alternative says where it ends. */
export function survivalChart({ survival }: History, words: HistoryWords): string {
  const last = survival.at(-1);
  if (!last) return '';
  const days = Math.max(1, last.days);
  const x = (day: number): string => number(left + (day / days) * innerWidth);
  const y = (share: number): string => number(top + (1 - share) * innerHeight);
  const steps = survival.map((step) => `H${x(step.days)}V${y(step.share)}`).join('');
  const lines = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      `<path class="grid" d="M${left} ${y(share)}H${width - right}"/><text class="end" x="${left - 6}" y="${y(share)}" dy="4">${percent(share)}</text>`,
  );
  const alternative = fill(words.survivalChart, { share: percent(last.share), days: last.days });
  return svg(
    'survival',
    words.survival,
    alternative,
    `${lines.join('\n')}
<path class="curve" d="M${left} ${y(1)}${steps}H${width - right}"/>
<text x="${left}" y="${height - 12}">0</text>
<text class="end" x="${width - right}" y="${height - 12}">${days} ${xmlText(words.days)}</text>`,
  );
}

const lives = ['alive', 'dead', 'unknown'] as const;

/** A bar a month, its parts one on the other; the table beside it has the figures. */
export function monthsChart({ months }: History, words: HistoryWords): string {
  const [first, last] = [months[0], months.at(-1)];
  if (!first || !last) return '';
  const most = Math.max(1, ...months.map(({ alive, dead, unknown }) => alive + dead + unknown));
  const step = innerWidth / months.length;
  const bar = Math.min(40, step * 0.8);
  const bars = months.map((month, index) => {
    const x = left + step * index + (step - bar) / 2;
    let base = top + innerHeight;
    const parts = lives.map((life) => {
      const size = (month[life] / most) * innerHeight;
      base -= size;
      return size > 0
        ? `<rect class="${life}" x="${number(x)}" y="${number(base)}" width="${number(bar)}" height="${number(size)}"/>`
        : '';
    });
    return parts.join('');
  });
  const key = lives.map((life, index) => {
    const x = left + index * 110;
    return `<rect class="${life}" x="${x}" y="${height - 12}" width="10" height="10"/><text x="${x + 16}" y="${height - 3}">${xmlText(words.life[life])}</text>`;
  });
  const alternative = fill(words.monthsChart, { count: months.length, from: first.month, to: last.month });
  return svg(
    'months',
    words.months,
    alternative,
    `<text class="end" x="${left - 6}" y="${top + 10}">${most}</text>
<text class="end" x="${left - 6}" y="${top + innerHeight}">0</text>
<path class="grid" d="M${left} ${top + innerHeight}H${width - right}"/>
${bars.join('\n')}
<text x="${left}" y="${height - 20}">${xmlText(first.month)}</text>
<text class="end" x="${width - right}" y="${height - 20}">${xmlText(last.month)}</text>
${key.join('\n')}`,
  );
}

/** A picture a screen reader reads by its title and description. */
const svg = (id: string, title: string, description: string, body: string): string =>
  `<svg viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title ${id}-text">
<title id="${id}-title">${xmlText(title)}</title>
<desc id="${id}-text">${xmlText(description)}</desc>
${body}
</svg>`;
