import { behaviours, cjkTexts, type Truth } from './behaviours.ts';
import { titleOf } from './page.ts';

export interface Ports {
  port: number;
  secure: Record<string, number>;
  refused: number;
}

/** A link as an article cites it: the title printed, and what a careful person would say of it. */
export interface CitedLink {
  url: string;
  title: string;
  truth: Truth;
  name: string;
}

/** Hosts of 127.1.0.0/16 in use. */
const hostCount = 200;

/** The host of the link with this number, Zipf-spread: host k gets a share of 1/k (exponent 1). */
function hostOf(index: number, count: number, cumulative: readonly number[]): number {
  // Low-discrepancy rather than random, so that every run has the same links in the same order.
  const point = ((index * 0.618_033_988_749_895) % 1) * (cumulative.at(-1) as number);
  const found = cumulative.findIndex((sum) => sum > point);
  return found === -1 ? count - 1 : found;
}

/** `count` fine pages over 200 hosts. */
export function fineLinks(count: number, { port }: Ports): CitedLink[] {
  let sum = 0;
  const cumulative = Array.from({ length: hostCount }, (_, index) => {
    sum += 1 / (index + 1);
    return sum;
  });
  return Array.from({ length: count }, (_, index) => {
    const host = hostOf(index, hostCount, cumulative) + 1;
    const url = `http://127.1.${Math.floor(host / 250)}.${(host % 250) + 1}:${port}/p/${index}`;
    return { url, title: titleOf(index), truth: 'alive', name: 'plain' };
  });
}

const cited = (name: string, id: number): string =>
  name.startsWith('shift_jis')
    ? cjkTexts.shift_jis[0]
    : name.startsWith('gbk')
      ? cjkTexts.gbk[0]
      : titleOf(id);

/** `count` links over all behaviours in turn, each with a number of its own. */
export function misbehavingLinks(count: number, { port, secure, refused }: Ports): CitedLink[] {
  return Array.from({ length: count }, (_, index) => {
    const { name, truth, on } = behaviours[index % behaviours.length] as (typeof behaviours)[number];
    const id = 500_000 + index;
    const base =
      on === undefined
        ? `http://127.1.${1 + Math.floor(index / 200)}.${(index % 200) + 1}:${port}`
        : on === 'refused'
          ? `http://127.1.0.1:${refused}`
          : `https://127.1.0.1:${secure[on]}`;
    return { url: `${base}/b/${name}/${id}`, title: cited(name, id), truth, name };
  });
}

/** The links as an article's notes: a title, a site and a date each. */
export const articleOf = (links: readonly CitedLink[]): string =>
  `# Measuring\n\n${links.map((_, index) => `Text.[^${index + 1}]`).join(' ')}\n\n${links
    .map(({ url, title }, index) => `[^${index + 1}]: “${title}”, Measuring Web, January 5, 2024. ${url}`)
    .join('\n')}\n`;

/** The same as the pages a link checker reads: plain anchors. */
export const anchorsOf = (links: readonly CitedLink[]): string =>
  `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Links</title></head><body>${links
    .map(({ url, title }) => `<p><a href="${url}">${title}</a></p>`)
    .join('\n')}</body></html>`;
