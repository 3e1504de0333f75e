import type { Scenario } from './run.ts';

const [row, left, width] = [22, 190, 420];
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Processor time a link as bars, a group a scenario, as one SVG picture. */
export function chartOf(scenarios: readonly Scenario[]): string {
  const rows = scenarios.flatMap(({ name, links, tools }) => [
    { title: `${name}: ${links.toLocaleString('en')} links, CPU a link` },
    ...Object.entries(tools).flatMap(([tool, figures]) =>
      'wallMs' in figures ? [{ tool, ms: figures.cpuMsPerLink }] : [],
    ),
  ]);
  const most = Math.max(...rows.map((one) => ('ms' in one ? one.ms : 0)));
  const drawn = rows.map((one, index) => {
    const y = (index + 1) * row;
    if ('title' in one) return `<text x="8" y="${y}" font-weight="bold">${escaped(one.title)}</text>`;
    const length = Math.max(1, Math.round((one.ms / most) * width));
    return `<text x="8" y="${y}">${escaped(one.tool)}</text><rect x="${left}" y="${y - 12}" width="${length}" height="14" fill="${one.tool === 'refvouch' ? '#1a6f8a' : '#9aa5ad'}"/><text x="${left + length + 6}" y="${y}">${one.ms.toFixed(2)} ms</text>`;
  });
  const [w, h] = [left + width + 90, (rows.length + 1) * row];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" role="img" aria-label="CPU a link by tool and scenario" font-family="sans-serif" font-size="13"><rect width="${w}" height="${h}" fill="#fff"/>${drawn.join('')}</svg>\n`;
}
