import type { PdfLine } from './lines.ts';
import type { PdfPage } from './pages.ts';

/** Lines without running heads, feet and page numbers: what stands at a page's edge and comes again on others. */
export function withoutFurniture(pages: readonly PdfPage[], lines: readonly PdfLine[][]): PdfLine[][] {
  const seen = new Map<string, number>();
  const edges = lines.map((own, index) => edgesOf(own, pages[index] as PdfPage));
  for (const own of edges)
    for (const key of new Set(own.map(shapeOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length * 0.25));
  return lines.map((own, index) => {
    const edge = new Set(edges[index]);
    return own.filter(
      (line) => !edge.has(line) || !(isPageNumber(line.text) || (seen.get(shapeOf(line)) ?? 0) >= often),
    );
  });
}

/** The two highest and lowest lines, where they stand in the margin. */
function edgesOf(lines: readonly PdfLine[], { height }: PdfPage): PdfLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [
    ...sorted.slice(0, 2).filter(({ y }) => y > height * 0.88),
    ...sorted.slice(-2).filter(({ y }) => y < height * 0.12),
  ];
}

const shapeOf = ({ text }: PdfLine): string => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
const isPageNumber = (text: string): boolean =>
  /^\W{0,4}(?:第\s?)?(?:\d{1,5}|[ivxlc]{1,8})(?:\s?[页頁쪽])?\W{0,4}$|^(?:page\s)?\d{1,5}\s?(?:of|\/)\s?\d{1,5}$/iu.test(
    text.trim(),
  );
