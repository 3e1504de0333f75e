import { describe, expect, it } from 'vitest';
import { ledgerPath, slugOf } from '../../src/cli/slug.ts';

describe('slugOf', () => {
  it.each(['a.md', '../../etc/passwd', '文章.md', 'a/../../b.md', 'x'.repeat(300), '-', '..', 'a\u0000b'])(
    '%j becomes a plain file name',
    (path) => {
      expect(slugOf(path, '/project')).toMatch(/^[A-Za-z0-9_-]{1,60}-[0-9a-f]{8}$/);
    },
  );

  it('tells documents of one name apart, and knows one document by whatever way it is named', () => {
    expect(slugOf('a/x.md', '/project')).not.toBe(slugOf('b/x.md', '/project'));
    expect(slugOf('./a/x.md', '/project')).toBe(slugOf('/project/a/x.md', '/project'));
  });
});

describe('ledgerPath', () => {
  it('lies beside the records of a document that has them', () => {
    expect(ledgerPath('refs/article/references.txt', '/project', undefined)).toBe(
      '/project/refs/article/ledger.ndjson',
    );
    expect(ledgerPath('refs/article/references.txt', '/project', 'refs/article')).toBe(
      '/project/refs/article/ledger.ndjson',
    );
  });

  it('lies in refs/, or where --state says, for every other', () => {
    expect(ledgerPath('article.md', '/project', undefined)).toMatch(
      /^\/project\/refs\/article-[0-9a-f]{8}\.ledger\.ndjson$/,
    );
    expect(ledgerPath('refs/article/references.txt', '/project', '/state')).toMatch(
      /^\/state\/references-[0-9a-f]{8}\.ledger\.ndjson$/,
    );
    expect(ledgerPath('-', '/project', '/state')).toBe('/state/standard-input.ledger.ndjson');
  });
});
