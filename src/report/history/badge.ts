import { jsonText } from '../encode/json.ts';
import { columns } from '../encode/terminal.ts';
import { xmlText } from '../encode/xml.ts';
import type { HistoryOptions, HistoryReport } from './options.ts';
import { percent } from './told.ts';
import { historyWords } from './words.ts';

interface Badge {
  label: string;
  message: string;
  /** Dark enough for white text upon it (WCAG 2.2, contrast of 4.5 and more). */
  fill: string;
  /** shields.io's name of the colour. */
  colour: string;
}

/** `links | 97 % alive`: of the links of which anything is known. */
function badgeOf({ history, synthetic }: HistoryReport, { language }: HistoryOptions): Badge {
  const { alive, dead } = history.now;
  const { life, links } = historyWords[language];
  const known = alive + dead;
  const share = alive / known;
  const label = synthetic ? `${links} (synthetic)` : links;
  if (known === 0) return { label, message: life.unknown, fill: '#595959', colour: 'lightgrey' };
  // Never rounded up to a whole that it is not.
  const shown = percent(dead > 0 ? Math.min(share, 0.999) : share);
  const message = `${shown} ${life.alive}`;
  if (share >= 0.95) return { label, message, fill: '#1a7f37', colour: 'brightgreen' };
  if (share >= 0.8) return { label, message, fill: '#8a5a00', colour: 'yellow' };
  return { label, message, fill: '#b42318', colour: 'red' };
}

/** For https://shields.io/badges/endpoint-badge: `schemaVersion`, `label`, `message`, `color`. */
export function badgeEndpoint(report: HistoryReport, options: HistoryOptions): string {
  const { label, message, colour } = badgeOf(report, options);
  return jsonText({ schemaVersion: 1, label, message, color: colour });
}

const column = 6.6;
const padding = 7;
const widthOf = (text: string): number => Math.ceil(columns(text) * column) + 2 * padding;

/** The badge as a file of its own: no font, picture or service from elsewhere. */
export function badgeSvg(report: HistoryReport, options: HistoryOptions): string {
  const { label, message, fill } = badgeOf(report, options);
  const [left, right] = [widthOf(label), widthOf(message)];
  const said = xmlText(`${label}: ${message}`);
  const text = (x: number, width: number, words: string): string =>
    `<text x="${x + width / 2}" y="14" textLength="${width - 2 * padding}" lengthAdjust="spacingAndGlyphs">${xmlText(words)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${left + right}" height="20" role="img" aria-label="${said}">
<title>${said}</title>
<rect width="${left + right}" height="20" rx="3" fill="#404040"/>
<path d="M${left} 0h${right - 3}a3 3 0 0 1 3 3v14a3 3 0 0 1-3 3h-${right - 3}z" fill="${fill}"/>
<g fill="#fff" font-family="Verdana, DejaVu Sans, Noto Sans CJK SC, sans-serif" font-size="11" text-anchor="middle">
${text(0, left, label)}
${text(left, right, message)}
</g>
</svg>
`;
}
