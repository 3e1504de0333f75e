import { describe, expect, it } from 'vitest';
import { ledgerPath, slugOf } from '../../src/cli/slug.ts';

describe('slugOf', () => {
  it.each(['a.md', '../../etc/passwd', '文章.md', 'a/../../b.md', 'x'.repeat(300), '-', '..', 'a\u0000b'])(
    '%j becomes a plain file name',
    (path) => {
      expect(slugOf(path, '/work')).toMatch(/^[A-Za-z0-9_-]{1,60}-[0-9a-f]{8}$/);
    },
  );

  it('tells documents of one name apart, and knows one document by whatever way it is named', () => {
    expect(slugOf('a/x.md', '/work')).not.toBe(slugOf('b/x.md', '/work'));
    expect(slugOf('./a/x.md', '/work')).toBe(slugOf('/work/a/x.md', '/work'));
  });
});

describe('ledgerPath', () => {
  it('lies beside the records of a document that has them', () => {
    expect(ledgerPath('refs/article/references.txt', '/work', undefined)).toBe(
      '/work/refs/article/ledger.ndjson',
    );
    expect(ledgerPath('refs/article/references.txt', '/work', 'refs/article')).toBe(
      '/work/refs/article/ledger.ndjson',
    );
  });

  it('lies in refs/, or where --state says, for every other', () => {
    expect(ledgerPath('article.md', '/work', undefined)).toMatch(
      /^\/work\/refs\/article-[0-9a-f]{8}\.ledger\.ndjson$/,
    );
    expect(ledgerPath('refs/article/references.txt', '/work', '/state')).toMatch(
      /^\/state\/references-[0-9a-f]{8}\.ledger\.ndjson$/,
    );
    expect(ledgerPath('-', '/work', '/state')).toBe('/state/standard-input.ledger.ndjson');
  });
});
