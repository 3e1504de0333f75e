import { bytes, json, plain, xml } from '../answer.ts';
import type { Service } from './service.ts';
import { parameter } from './service.ts';

/** arXiv knows one paper, of our own making: https://info.arxiv.org/help/api/user-manual.html */
export const arxiv: Service = {
  name: 'arxiv',
  hosts: ['export.arxiv.org'],
  answer(asked) {
    if (asked.url.pathname !== '/api/query') return undefined;
    const known = parameter(asked, 'id_list').replace(/v\d+$/, '') === '1912.99999';
    const entry =
      '<entry><id>http://arxiv.org/abs/1912.99999v1</id><published>2019-12-30T00:00:00Z</published><updated>2019-12-30T00:00:00Z</updated><title>Counting Lanterns\n  on an Invented Coast</title><summary>Synthetic.</summary><author><name>Rui Duarte</name></author><arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="physics.soc-ph"/></entry>';
    return xml(
      `<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">ArXiv Query (synthetic)</title><id>http://arxiv.org/api/synthetic</id><opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${known ? 1 : 0}</opensearch:totalResults>${known ? entry : ''}</feed>`,
      'application/atom+xml; charset=UTF-8',
    );
  },
};

/** PubMed knows one record, of our own making: https://www.ncbi.nlm.nih.gov/books/NBK25499/ */
export const pubmed: Service = {
  name: 'pubmed',
  hosts: ['eutils.ncbi.nlm.nih.gov'],
  answer(asked) {
    if (asked.url.pathname !== '/entrez/eutils/esummary.fcgi') return undefined;
    const id = parameter(asked, 'id');
    const row =
      id === '99999999'
        ? {
            uid: id,
            pubdate: '2018 Jun',
            source: 'Repl J Port Stud',
            authors: [{ name: 'Okada M', authtype: 'Author', clusterid: '' }],
            title: 'Reading the registers of small ferries.',
            volume: '11',
            issue: '2',
            pages: '101-26',
            fulljournalname: 'Replica Journal of Port Studies',
            articleids: [
              { idtype: 'pubmed', idtypen: 1, value: id },
              { idtype: 'doi', idtypen: 3, value: '10.5555/replica.port.11.2.101' },
            ],
          }
        : { uid: id, error: 'cannot get document summary' };
    return json({ header: { type: 'esummary', version: '0.3' }, result: { uids: [id], [id]: row } });
  },
};

/** Archives that speak Memento and have nothing of what the article cites. */
export const emptyArchives: Service = {
  name: 'other archives',
  hosts: [
    'archive.ph',
    'archive.today',
    'archive.is',
    'www.webarchive.org.uk',
    'webarchive.loc.gov',
    'swap.stanford.edu',
    'vefsafn.is',
  ],
  answer: (asked) =>
    asked.url.pathname.includes('timemap')
      ? plain('TimeMap does not exist. The archive has no Mementos for the requested URI', 404)
      : bytes(404, 'text/html; charset=utf-8', '<title>Not archived (synthetic)</title>'),
};
