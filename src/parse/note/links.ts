import type { Link } from '../../model/source.ts';

/** The targets of a document's links, by the stretch they stand in; each answer takes time by its own length only. */
export function linksWithin(links: readonly Link[]): (start: number, end: number) => string[] {
  const sorted = [...links].sort((a, b) => a.start - b.start);
  return (start, end) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle] as Link).end <= start) low = middle + 1;
      else high = middle;
    }
    const urls: string[] = [];
    for (let at = low; at < sorted.length && (sorted[at] as Link).start < end; at += 1)
      urls.push((sorted[at] as Link).url);
    return urls;
  };
}
