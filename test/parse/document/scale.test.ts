import { describe, expect, it } from 'vitest';
import { findNotes } from '../../../src/parse/document/index.ts';
import { loadParser } from '../../../src/parse/index.ts';
import { plainSource } from '../../../src/read/source.ts';
import { processorMs } from '../../processor-time.ts';

/** A document of our own making: `size` body markers and as many notes. */
function document(size: number): string {
  const body: string[] = [];
  const list: string[] = [];
  for (let label = 1; label <= size; label += 1) {
    body.push(`港口与市场的第${label}句话,写得长一些,以便像一篇文章[${label}]。`);
    list.push(
      label % 5 === 0
        ? `[${label}] 同上,第${label % 90}页。`
        : `[${label}] 李文川:《港口与市镇${label}》,上海:海潮出版社2011年版,第${label % 300}页。`,
    );
  }
  return `${body.join('\n')}\n\n参考文献\n\n${list.join('\n')}\n`;
}

const timed = (run: () => void): number => {
  const started = processorMs();
  run();
  return processorMs() - started;
};

describe('large documents', () => {
  it('finding and matching notes takes time by the length of the text', () => {
    const [small, large] = [document(1500), document(12_000)].map((text) =>
      plainSource('x.txt', 'text', text),
    );
    findNotes(small!);
    const once = Math.min(...[1, 2, 3].map(() => timed(() => findNotes(small!))));
    const eight = timed(() => {
      const { notes, findings } = findNotes(large!);
      expect(notes).toHaveLength(12_000);
      expect(notes.every(({ references }) => references.length === 1)).toBe(true);
      expect(findings).toEqual([]);
    });
    // Eight times the text; sixty-four times the time would be a square.
    expect(eight).toBeLessThan(Math.max(once, 5) * 40);
  });

  it('three hundred notes are read whole', async () => {
    const parser = await loadParser();
    const { notes } = parser.parse(plainSource('x.txt', 'text', document(300)));
    expect(notes).toHaveLength(300);
    expect(notes.filter(({ citations }) => citations.length !== 1)).toEqual([]);
    expect(notes.filter(({ citations }) => citations[0]?.backref && !citations[0].backref.target)).toEqual(
      [],
    );
  }, 60_000);

  it('sixty thousand characters of hostile text is passed through quickly', async () => {
    const parser = await loadParser();
    const size = 60_000;
    const parts = [
      '[',
      ']',
      '(',
      '「',
      '」',
      '1',
      '[1]',
      '①',
      '*',
      'http://a/',
      '2020年1月1日',
      '. ',
      '\n',
      'ibid. ',
      '同上',
      '参见',
      '10.1234/',
    ];
    for (const part of parts) {
      const text = `参考文献\n[1] ${part.repeat(size).slice(0, size)}`;
      const taken = timed(() => parser.parse(plainSource('x.txt', 'text', text)));
      expect(taken, `${JSON.stringify(part)} repeated`).toBeLessThan(8000);
    }
  }, 120_000);
});
