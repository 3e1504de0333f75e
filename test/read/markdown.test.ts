import { describe, expect, it } from 'vitest';
import { processorMs } from '../processor-time.ts';
import { linksOf, notesOf, readText } from './shape.ts';

const text = `---
title: "[^no]: front matter"
---
# Title

A claim[^1] and *another*[^long], inline^[See [this](https://a.example/x), 2020.] and \`[^code] ^[no]\`.
<!-- hidden [^no] --> Shown <!-- over
lines [^no]
--> still hidden

\`\`\`md
[^code]: not a note
\`\`\`

[^1]: First <https://b.example/y>, [ref][r] and [r].
[^long]: Second,
    going on.

    A second paragraph[^1].

Back in the text[^none].

[r]: https://c.example/z "Title"
`;

describe('Markdown', () => {
  it('reads notes of every kind, and none out of code, comments and front matter', async () => {
    const source = await readText('a.md', text);
    expect(notesOf(source).map((note) => ({ ...note, text: note.text.replace(/\n+/g, ' | ') }))).toEqual([
      { label: '1', text: 'First https://b.example/y, ref and [r].', at: ['[^1]', '[^1]'] },
      { label: 'long', text: 'Second, | going on. | A second paragraph[^1].', at: ['[^long]'] },
      { label: '^1', text: 'See this, 2020.', at: ['[^1]'] },
    ]);
    expect(linksOf(source)).toEqual([
      ['https://b.example/y', 'https://b.example/y'],
      ['ref', 'https://c.example/z'],
      ['this', 'https://a.example/x'],
    ]);
    expect(source.findings).toMatchObject([{ rule: 'marker-without-note', data: { label: 'none' } }]);
    expect(source.text).toContain('another[^long]');
    expect(source.text).toContain('[^code] ^[no]');
    expect(source.text).not.toMatch(/hidden|front matter/);
  });

  it.each([
    ['brackets', '['.repeat(1_000_000)],
    ['links', '[a]('.repeat(250_000)],
    ['ticks', '`a'.repeat(400_000)],
    ['stars', '*_'.repeat(500_000)],
    ['comments', '<!--'.repeat(250_000)],
    ['inline notes', '^['.repeat(400_000)],
    [
      '10,000 notes',
      Array.from(
        { length: 10_000 },
        (_, at) => `a[^${at}]\n\n[^${at}]: Note ${at}, https://a.example/${at}.\n`,
      ).join('\n'),
    ],
  ])('is not held up by %s', async (_, body) => {
    const begun = processorMs();
    await readText('a.md', `# T\n\n${body}`);
    expect(processorMs() - begun).toBeLessThan(3000);
  });
});
