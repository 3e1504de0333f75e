import { describe, expect, it } from 'vitest';
import { createOnce } from '../../src/gather/once.ts';
import type { Exchange } from '../../src/gather/ports.ts';

const counting = (status = 200) => {
  const asked: string[] = [];
  const exchange: Exchange = async ({ url }) => {
    asked.push(url);
    await Promise.resolve();
    return {
      hops: [],
      finalUrl: url,
      status,
      headers: {},
      body: Buffer.from('x'),
      complete: true,
      requests: 3,
      from: 'live',
    };
  };
  return { asked, once: createOnce(exchange) };
};

describe('one page', () => {
  it('is asked for once, however many fragments of it are cited, and each keeps its own', async () => {
    const { asked, once } = counting();
    const cited = Array.from({ length: 50 }, (_, at) => `https://site.example/a#${at}`);
    const answers = await Promise.all(cited.map((url) => once({ url })));
    await once({ url: 'https://site.example/a#later' });
    expect(asked).toEqual(['https://site.example/a']);
    expect(answers.map(({ finalUrl }) => finalUrl)).toEqual(cited);
    expect(answers.reduce((sum, { requests }) => sum + requests, 0)).toBe(3);
  });
  it('that is missing may be asked for again, and nothing more than twelve times', async () => {
    const { asked, once } = counting(404);
    for (let turn = 0; turn < 10; turn += 1) await once({ url: 'https://site.example/a' });
    expect(asked).toHaveLength(4);
    expect(await once({ url: 'https://site.example/a' })).toMatchObject({
      failure: { kind: 'not-attempted' },
    });
  });
  it('asked for in another way is another question', async () => {
    const { asked, once } = counting();
    await once({ url: 'https://site.example/a', method: 'POST' });
    await once({ url: 'https://site.example/a', headers: { accept: 'x' } });
    expect(asked).toHaveLength(2);
  });
});
