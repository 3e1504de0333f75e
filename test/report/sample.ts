import type { Evidence, Snapshot } from '../../src/model/evidence.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Item } from '../../src/model/item.ts';
import { Report, type ReportCitation, type ReportNote } from '../../src/model/report.ts';
import type { Verdict } from '../../src/model/verdict.ts';
import { tally } from '../../src/report/tally.ts';

/** A report made by hand: every status, three languages, snapshots, lint findings, and foreign strings that bite. */

const at = '2026-03-02T08:00:00.000Z';
let offset = 0;
let line = 100;

interface Draft {
  item: Item;
  verdict: Partial<Verdict> & Pick<Verdict, 'status' | 'reach'>;
  evidence?: Partial<Evidence>;
  snapshots?: Snapshot[];
  /** The citation's slice of the note; the whole note where it is absent. */
  printed?: string;
}

const visit = (url: string, more: Partial<Evidence>): Evidence => ({
  url,
  purpose: 'cited',
  at,
  from: 'live',
  hops: [{ url, status: more.status, via: 'request' }],
  headers: { server: 'nginx', 'content-type': 'text/html' },
  titles: more.title ? [{ text: more.title, origin: 'og:title' }] : [],
  requests: 1,
  finalUrl: url,
  ...more,
});

function note(label: string, text: string, drafts: Draft[], findings: Finding[] = []): ReportNote {
  const place = { offset, end: offset + text.length, line, column: 1 };
  const citations = drafts.map(
    ({ item, verdict, evidence, snapshots = [], printed = text }): ReportCitation => {
      const start = offset + text.indexOf(printed);
      const urls = item.URL ? [item.URL] : [];
      return {
        key: item.id,
        item,
        urls,
        place: { offset: start, end: start + printed.length, line, column: 1 + start - offset },
        confidence: 0.9,
        evidence: evidence ? urls.map((url) => visit(url, evidence)) : [],
        registry: [],
        snapshots,
        verdict: { persistence: { is: 'first-seen', strikes: 0 }, findings: [], ...verdict },
      };
    },
  );
  const placed = findings.map((finding) => ({ ...finding, place: finding.place ?? place }));
  offset += text.length + 5;
  line += 1;
  return {
    label,
    marker: `[${label}]`,
    text,
    place,
    references: [],
    citations,
    commentary: drafts.length ? [] : [{ text, place }],
    findings: placed,
  };
}

const found = (
  rule: string,
  severity: Finding['severity'],
  message: string,
  more: Partial<Finding> = {},
): Finding => ({
  rule,
  severity,
  message,
  ...more,
});

const copy = (original: string, judged?: Snapshot['judged']): Snapshot => ({
  archive: 'Wayback Machine',
  original,
  memento: `https://web.archive.org/web/20230301000000/${original}`,
  datetime: '2023-03-01T00:00:00Z',
  status: 200,
  ...(judged ? { judged } : {}),
});

const web = (id: string, title: string, URL: string, language: string, publisher: string): Item => ({
  id,
  type: 'webpage',
  title,
  URL,
  language,
  publisher,
  accessed: { 'date-parts': [[2024, 2, 27]] },
});

const hostile =
  '</script><img src=x onerror=alert(1)> ::error::owned ##[error]owned [x](javascript:alert(1)) `rm` @octocat =HYPERLINK("http://evil") \u202egnp.exe\u001b[31m\u0000\ud800';

function sampleNotes(): ReportNote[] {
  [offset, line] = [2000, 100];
  const gone = 'https://www.example.go.jp/press/2021/0316.html';
  const moved = 'http://www.example.org/briefing?id=7';
  const drifted = 'https://www.example.cn/n1/2022/0524/c1002.html';
  const glued = 'https://news.example.jp/a/1';
  return [
    note(
      '1',
      '外務省「日米安全保障協議委員会(2+2)共同発表」2021年3月16日、https://www.example.go.jp/press/2021/0316.html(最終閲覧日2024年2月27日)。',
      [
        {
          item: web('mofa-2021', '日米安全保障協議委員会(2+2)共同発表', gone, 'ja', '外務省'),
          verdict: {
            status: 'gone',
            reach: 'not-found',
            persistence: { is: 'confirmed', strikes: 3, since: '2026-02-20T08:00:00.000Z' },
            findings: [
              found('link-not-found', 'error', 'The page is not there any more (404, asked twice).', {
                data: { url: gone, strikes: 3 },
              }),
            ],
            todo: 'Cite the copy of 2023-03-01 beside it: https://web.archive.org/web/20230301000000/https://www.example.go.jp/press/2021/0316.html',
          },
          evidence: { status: 404, title: 'お探しのページは見つかりません' },
          snapshots: [copy(gone, { identity: 'match', why: 'The copy has the cited title.' })],
        },
      ],
    ),
    note('2', '《美日同盟的新动向》,人民网,2022年5月24日,https://www.example.cn/n1/2022/0524/c1002.html。', [
      {
        item: web('people-2022', '美日同盟的新动向', drifted, 'zh-Hans', '人民网'),
        verdict: {
          status: 'mismatched',
          reach: 'live',
          identity: {
            is: 'mismatch',
            score: 0.93,
            rule: 'bigram-dice',
            candidate: '本网招聘信息汇总',
            origin: 'og:title',
            why: 'The title of the page is another.',
          },
          findings: [
            found(
              'title-mismatch',
              'error',
              'The page is not what was cited. The title of the page is another.',
              {
                expected: '美日同盟的新动向',
                actual: '本网招聘信息汇总',
                data: { url: drifted },
              },
            ),
          ],
        },
        evidence: { status: 200, title: '本网招聘信息汇总' },
      },
    ]),
    note('3', 'White House, "Joint Statement of the Leaders", http://www.example.org/briefing?id=7.', [
      {
        item: web('white-2023', 'Joint Statement of the Leaders', moved, 'en', 'White House'),
        verdict: {
          status: 'moved',
          reach: 'moved',
          identity: { is: 'match', score: 1, rule: 'exact-folded', why: 'The titles are the same.' },
          suggestion: {
            url: 'https://archive.example.org/briefing/7',
            why: 'a permanent redirect to the same work',
          },
        },
        evidence: {
          status: 200,
          title: 'Joint Statement of the Leaders',
          finalUrl: 'https://archive.example.org/briefing/7',
        },
      },
    ]),
    note(
      '4',
      'Lionel P. Fatton, Japan’s New Ally-in-Waiting, https://example.com/a(1)_b; 王某:《同盟研究》,北京:某出版社,2020年,第53-54页。',
      [
        {
          item: {
            ...web('fatton', 'Japan’s New Ally-in-Waiting', 'https://example.com/a(1)_b', 'en', ''),
            type: 'article-journal',
          },
          printed: 'Lionel P. Fatton, Japan’s New Ally-in-Waiting, https://example.com/a(1)_b',
          verdict: {
            status: 'verified',
            reach: 'live',
            identity: { is: 'match', score: 1, rule: 'exact-folded', why: 'The titles are the same.' },
            persistence: { is: 'healthy', strikes: 0 },
          },
          evidence: { status: 200, title: 'Japan’s New Ally-in-Waiting' },
        },
        {
          item: {
            id: 'wang-2020',
            type: 'book',
            title: '同盟研究',
            publisher: '某出版社',
            language: 'zh-Hans',
          },
          printed: '王某:《同盟研究》,北京:某出版社,2020年,第53-54页',
          verdict: { status: 'unchecked', reach: 'not-attempted' },
        },
      ],
    ),
    note('5', 'Blocked Author, “Behind a Wall”, https://wall.example.com/1.', [
      {
        item: web('wall', 'Behind a Wall', 'https://wall.example.com/1', 'en', 'Example'),
        verdict: {
          status: 'blocked',
          reach: 'blocked',
          reachDetail: 'cf-mitigated',
          findings: [
            found(
              'link-blocked',
              'info',
              'A wall against programs stands in front of the page (cf-mitigated); a person may see it.',
              {
                data: { url: 'https://wall.example.com/1', detail: 'cf-mitigated' },
              },
            ),
          ],
        },
        evidence: { status: 403, title: 'Just a moment...' },
      },
    ]),
    note('6', 'Slow Site, “Takes Too Long”, https://slow.example.com/.', [
      {
        item: web('slow', 'Takes Too Long', 'https://slow.example.com/', 'en', 'Slow Site'),
        verdict: {
          status: 'unreachable',
          reach: 'timeout',
          reachDetail: 'headers',
          findings: [
            found('timeout', 'warning', 'No answer in time (headers).', {
              data: { url: 'https://slow.example.com/', detail: 'headers' },
            }),
          ],
        },
        evidence: {
          failure: { kind: 'timeout', phase: 'headers', message: 'no headers in time' },
          finalUrl: undefined,
        },
      },
    ]),
    note(
      '7',
      '「統合作戦司令部」設置へhttps://news.example.jp/a/1。',
      [
        {
          item: web('nhk', '「統合作戦司令部」設置へ', glued, 'ja', 'NHK'),
          verdict: {
            status: 'verified',
            reach: 'live',
            identity: {
              is: 'probable',
              score: 0.8,
              rule: 'contained',
              why: 'The page’s title contains the cited one.',
            },
          },
          evidence: { status: 200, title: '「統合作戦司令部」設置へ | ニュース' },
        },
      ],
      [
        found('url-glued', 'warning', `The URL ${glued} touches the text before it.`, {
          data: { url: glued, side: 'before' },
          fix: { description: 'Put a space before the URL.', edits: [], safe: true },
        }),
      ],
    ),
    note('8', '此处为作者的说明,不引用任何文献。', []),
    note('9', `Hostile, ${hostile}, javascript:alert(1).`, [
      {
        item: {
          id: '}\n@preamble{"\\input{/etc/passwd}"}',
          type: 'webpage',
          title: hostile,
          URL: 'javascript:alert(1)',
        },
        verdict: {
          status: 'unreachable',
          reach: 'unsupported-scheme',
          reachDetail: hostile,
          findings: [
            found(
              'unsupported-scheme',
              'warning',
              `The address is of a kind that cannot be visited. ${hostile}`,
            ),
          ],
        },
        evidence: {
          failure: { kind: 'unsupported-scheme', message: hostile },
          title: hostile,
          finalUrl: 'javascript:alert(document.cookie)',
        },
        snapshots: [{ ...copy('javascript:alert(1)'), memento: 'javascript:alert(2)', archive: hostile }],
      },
    ]),
    note('10', 'Waived, “Known to Be Down”, https://down.example.net/.', [
      {
        item: web('waived', 'Known to Be Down', 'https://down.example.net/', 'en', 'Example'),
        verdict: {
          status: 'gone',
          reach: 'dns-missing',
          persistence: {
            is: 'waived',
            strikes: 4,
            since: '2026-01-01T00:00:00.000Z',
            waiver: { reason: 'the ministry promised to bring it back', owner: 'desk', until: '2026-06-30' },
          },
          findings: [found('domain-missing', 'info', 'The domain does not exist any more.')],
        },
        evidence: {
          failure: { kind: 'dns-missing', code: 'ENOTFOUND', message: 'no such host' },
          finalUrl: undefined,
        },
      },
    ]),
    note('11', 'Smith, J. “A Retracted Study”, Journal of Things 4(2), https://doi.org/10.1000/xyz.', [
      {
        item: {
          ...web('smith', 'A Retracted Study', 'https://doi.org/10.1000/xyz', 'en', ''),
          type: 'article-journal',
          DOI: '10.1000/xyz',
          author: [{ family: 'Smith', given: 'J.' }],
        },
        verdict: {
          status: 'verified',
          reach: 'redirected',
          identity: { is: 'match', score: 1, rule: 'exact-folded', why: 'The titles are the same.' },
          findings: [
            found('retracted', 'critical', 'This work has been retracted (2024-05-01).', {
              data: { doi: '10.1000/xyz' },
            }),
          ],
        },
        evidence: {
          status: 200,
          title: 'RETRACTED: A Retracted Study',
          finalUrl: 'https://journal.example.com/xyz',
        },
      },
    ]),
    note('12', '内閣府「世界経済の潮流」https://cao.example.jp/。', [
      {
        item: web('cao', '世界経済の潮流', 'https://cao.example.jp/', 'ja', '内閣府'),
        verdict: {
          status: 'verified',
          reach: 'live',
          identity: { is: 'match', score: 1, rule: 'exact-folded', why: 'The titles are the same.' },
        },
        evidence: { status: 200, title: '世界経済の潮流' },
      },
    ]),
  ];
}

export function sampleReport(): Report {
  const notes = sampleNotes();
  const glued = notes[6] as ReportNote;
  const start = glued.place.offset + glued.text.indexOf('https');
  const fix = glued.findings[0]?.fix;
  if (fix) fix.edits = [{ start, end: start, text: ' ' }];
  for (const { citations } of notes)
    for (const { evidence } of citations)
      for (const visited of evidence) visited.synthetic = 'Pages written for the sample report.';
  const documents = [
    {
      path: 'docs/日本語 article.md',
      format: 'markdown',
      language: 'zh-Hans',
      notes,
      findings: [
        found('marker-without-note', 'error', 'The text refers to note 13, which does not exist.', {
          place: { offset: 120, end: 124, line: 12, column: 8 },
        }),
      ],
    },
    {
      path: 'broken.pdf',
      format: 'unknown',
      notes: [],
      findings: [],
      unreadable: 'is encrypted; give a copy without a password.',
    },
  ];
  return Report.parse({
    version: 1,
    run: {
      tool: { name: 'refvouch', version: '0.0.0', url: 'https://refvouch.example' },
      startedAt: at,
      endedAt: '2026-03-02T08:01:00.000Z',
      mode: 'live',
      complete: true,
      offline: false,
      facts: [
        {
          code: 'service-down',
          message: 'The Wayback Machine did not answer for a while; copies may be missing.',
        },
      ],
    },
    tally: tally(documents),
    documents,
  });
}
