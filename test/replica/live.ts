import type { Answer, Answers } from './answer.ts';
import { addresses } from './behaviours.ts';
import { manifest, printedDois } from './manifest.ts';

/** Every address the manifest gives an answer to, fragment taken off. */
const known = new Map<string, Answers>(
  [...manifest, ...printedDois].flatMap((row) => addresses(row.url, row.does)),
);

export const knownAddresses: readonly string[] = [...known.keys()];

const withScheme = (url: URL, scheme: string) => `${scheme}${url.href.slice(url.protocol.length - 1)}`;

/** The rule for an address; one written for http also holds for https and the other way round. */
export const rule = (url: URL): Answers | undefined =>
  known.get(url.href) ?? known.get(withScheme(url, url.protocol === 'https:' ? 'http' : 'https'));

/** What an address answers today to one who has asked before. */
export const liveAnswer = (url: URL): Answer | undefined =>
  rule(url)?.({
    method: 'GET',
    scheme: url.protocol === 'https:' ? 'https' : 'http',
    host: url.hostname,
    url,
    headers: {},
    body: '',
    before: 1,
  });
