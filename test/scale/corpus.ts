import type { Enqueued } from '../../src/scale/enqueue.ts';

/** Documents of the bare minimum: one note a URL. */
export async function* corpusOf(urls: readonly string[], perDocument = 100): AsyncGenerator<Enqueued> {
  for (let from = 0; from < urls.length; from += perDocument) {
    const notes = urls.slice(from, from + perDocument).map((url, index) => {
      const place = { offset: 0, end: 0, line: index + 1, column: 1 };
      const title = `Page ${url.split('/').at(-1)} of the loopback`;
      const item = { id: `n${index}`, type: 'webpage' as const, title, URL: url };
      return {
        label: String(index + 1),
        marker: '',
        text: url,
        place,
        references: [],
        citations: [{ item, urls: [url], place, confidence: 1 }],
        commentary: [],
        findings: [],
      };
    });
    yield { path: `d${String(from).padStart(8, '0')}.md`, format: 'markdown', notes, findings: [] };
  }
}
