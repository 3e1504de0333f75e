import { describe, expect, it } from 'vitest';
import { processorMs } from '../processor-time.ts';
import { readText } from './shape.ts';

describe('CSL-JSON', () => {
  it('keeps keys and places, tells a bad entry, tolerates odd types', async () => {
    const text =
      '[{"id":"a","type":"book","title":"T [1] {x}","volume":3},\n{"id":5,"type":"weird","issued":{"date-parts":[["2020",3]]},"__proto__":{"title":"P"},"constructor":"c"},\n{"id":"bad","type":"book","title":{"no":1}}]';
    const source = await readText('a.json', text);
    expect(
      source.entries.map(({ key, start, end }) => [key, text.slice(start, start + 8), end > start]),
    ).toEqual([
      ['a', '{"id":"a', true],
      ['5', '{"id":5,', true],
    ]);
    expect(source.entries[1]?.item).toEqual({
      id: '5',
      type: 'document',
      issued: { 'date-parts': [[2020, 3]] },
    });
    expect(source.findings).toMatchObject([{ rule: 'unreadable-entry', place: { line: 3 } }]);
    expect(({} as Record<string, unknown>).title).toBeUndefined();
  });

  it.each([
    ['nesting', `[{"id":"a","title":"t","custom":${'['.repeat(200_000)}${']'.repeat(200_000)}}]`],
    [
      'entries without ids',
      JSON.stringify(Array.from({ length: 20_000 }, () => ({ type: 'book', title: 't' }))),
    ],
  ])('is not held up by %s', async (_, text) => {
    const begun = processorMs();
    await readText('a.json', text).catch((cause: Error) =>
      expect(cause.message).toMatch(/is not JSON|cannot be read/),
    );
    expect(processorMs() - begun).toBeLessThan(3000);
  });
});

describe('RIS', () => {
  it('keeps keys and roles, and reads a record that never ends', async () => {
    const source = await readText(
      'a.ris',
      'TY  - JOUR\r\nID  - k1\r\nAU  - Doe, Jane\r\nTI  - 題名\r\nJO  - J\r\nPY  - 2020/03/04\r\nSP  - 1\r\nEP  - 9\r\nUR  - https://a.example/\r\nER  - \r\nTY  - BOOK\r\nTI  - Open\r\n',
    );
    expect(source.entries.map(({ key, item }) => [key, item.title, item.page])).toEqual([
      ['k1', '題名', '1-9'],
      ['entry-2', 'Open', undefined],
    ]);
    expect(source.entries[0]?.item).toMatchObject({
      author: [{ family: 'Doe', given: 'Jane' }],
      issued: { 'date-parts': [[2020, 3, 4]] },
      URL: 'https://a.example/',
    });
  });
});
