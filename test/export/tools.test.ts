import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type ExportFormat, exportItems } from '../../src/export/index.ts';
import { citationKeys } from '../../src/export/keys.ts';
import type { Item } from '../../src/model/item.ts';
import { readBibtex } from '../../src/read/bibtex/index.ts';
import { readRis } from '../../src/read/ris.ts';

const require = createRequire(import.meta.url);
const { Cite } = require('@citation-js/core');
require('@citation-js/plugin-bibtex');
require('@citation-js/plugin-ris');

const folder = mkdtempSync(join(tmpdir(), 'refvouch-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
const installed = (tool: string): boolean => spawnSync(tool, ['--version']).status === 0;

const evil =
  '}\n@misc{owned, title={owned}}\n\\input{/etc/passwd} \\write18{id} %x\nER  - \nTY  - JOUR\r\nTI  - owned \u0000\ud800 {{{ }} "';
const items: Item[] = [
  {
    id: evil,
    type: 'webpage',
    title: evil,
    author: [{ literal: evil }, { family: evil, given: evil }],
    publisher: `${evil} and x`,
    URL: `https://example.org/${evil}`,
    DOI: evil,
    keyword: evil,
    note: evil,
    archive: evil,
    archive_location: evil,
    language: evil,
  },
  {
    id: '__proto__',
    type: 'book',
    title: 'A',
    genre: evil,
    volume: evil,
    page: evil,
    issued: { literal: evil },
  },
  {
    id: 'ok',
    type: 'article-journal',
    title: '「統合抑止」とR&D 100%',
    language: 'ja',
    'container-title': '国际政治',
    issued: {
      'date-parts': [
        [2024, 3],
        [2024, 5],
      ],
    },
    page: '53-54',
  },
];

describe('hostile keys and fields', () => {
  it.each(['biblatex', 'bibtex', 'ris', 'csl-json'] as ExportFormat[])(
    'give %s no entry of their own',
    async (format) => {
      for (const snapshot of ['eprint', 'note', 'howpublished'] as const) {
        const text = await exportItems(items, format, { snapshot });
        // Told the format, because citation-js takes any text that holds an entry of BibTeX for BibTeX.
        const told = format === 'ris' ? { forceType: '@ris/file' } : {};
        expect(new Cite(text, told).data).toHaveLength(items.length);
        expect(text.isWellFormed()).toBe(true);
        expect(text).not.toContain('\u0000');
      }
    },
  );

  it('leave no command and no open brace in BibLaTeX', async () => {
    const text = await exportItems(items, 'biblatex');
    expect(text).not.toMatch(
      /\\(?!textbackslash|textbrace|textascii|textquotedbl|textless|textgreater|textbar|[&%#_$])/,
    );
    expect(text.split('{').length).toBe(text.split('}').length);
    expect(readBibtex('x.bib', text).entries.map(({ key }) => key)).toEqual(citationKeys(items));
  });

  it('leave a RIS file with one record an item', async () => {
    expect(readRis('x.ris', await exportItems(items, 'ris')).entries).toHaveLength(items.length);
  });
});

describe.skipIf(!installed('biber'))('biber (skipped where it is not installed)', () => {
  it('reads every entry without an error', async () => {
    const path = join(folder, 'x.bib');
    writeFileSync(path, await exportItems(items, 'biblatex'));
    const ran = spawnSync('biber', ['--tool', '--output-file', `${path}.out`, path], {
      encoding: 'utf8',
      cwd: folder,
    });
    expect(ran.stdout).not.toMatch(/^ERROR/m);
    expect(ran.status).toBe(0);
    expect(readFileSync(`${path}.out`, 'utf8').match(/^@/gm)).toHaveLength(items.length);
  }, 30_000);
});

describe.skipIf(!installed('pandoc'))('pandoc (skipped where it is not installed)', () => {
  it.each([
    ['biblatex', 'bib'],
    ['csl-json', 'json'],
  ] as const)(
    'cites from %s',
    async (format, ending) => {
      const path = join(folder, `cite.${ending}`);
      writeFileSync(path, await exportItems([items[2] as Item], format));
      const ran = spawnSync('pandoc', ['--citeproc', '--bibliography', path, '-t', 'plain'], {
        input: 'See [@ok].',
        encoding: 'utf8',
      });
      expect(ran.stdout).toContain('「統合抑止」とR&D 100%');
    },
    30_000,
  );
});

describe('read back by citation-js', () => {
  const word = fc
    .array(
      fc.constantFrom(
        'a',
        'B',
        '日本',
        '，',
        '😀',
        '{',
        '}',
        '\\',
        '%',
        '#',
        '_',
        '&',
        '$',
        '~',
        '^',
        '--',
        "''",
        '``',
        '<',
        '"',
        ' ',
        ',',
        'and',
        '@',
        '=',
      ),
      { minLength: 1, maxLength: 10 },
    )
    .map((parts) => parts.join(' ').replace(/ {2,}/g, ' ').trim())
    .filter((text) => text !== '');

  it('titles, names and containers come back as they were', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, word, word, async (title, container, family, given) => {
        const item: Item = {
          id: 'k',
          type: 'article-journal',
          title,
          'container-title': container,
          author: [{ family, given }],
        };
        const [back] = new Cite(await exportItems([item], 'biblatex')).data;
        expect(back).toMatchObject(item);
      }),
      { numRuns: 200 },
    );
  });
});
