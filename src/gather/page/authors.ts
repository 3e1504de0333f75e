import { fold } from '../../text/fold.ts';
import type { Collected } from './html.ts';
import type { LinkedData } from './json-ld.ts';

/** Where a page names its authors, best first. Lists of one name each stand before free text. */
const declared = ['citation_author', 'dc.creator', 'dcterms.creator', 'dc.contributor', 'citation_authors'];
const written = [
  'author',
  'article:author',
  'article:author_name',
  'parsely-author',
  'sailthru.author',
  'byl',
  'og:article:author',
  'book:author',
  'cxenseparse:author',
  'dcsext.author',
];

/** Who wrote it, as the page says, best source first. The site itself is no author where anyone else is named. */
export function authorsOf(found: Collected, data: LinkedData, siteName?: string): string[] {
  const sites = new Set([siteName, data.siteName].filter((name) => name !== undefined).map(fold));
  const people = (names: readonly string[]): string[] =>
    clean(names).filter((name) => !sites.has(fold(name)));
  const metas = (names: readonly string[]) => names.map((name) => found.meta.get(name) ?? []);
  const labelled = /author|written|作者|筆者/i.test((found.meta.get('twitter:label1') ?? []).join())
    ? (found.meta.get('twitter:data1') ?? [])
    : [];
  const sources: (() => string[])[] = [
    ...metas(declared).map((names) => () => people(names)),
    () => people(data.authors),
    ...[...metas(written), labelled].map((names) => () => people(names.flatMap(apart))),
    () => bylineOf(found.bylines, people),
    () => people(inText(found.text, found.tail)),
  ];
  for (const source of sources) {
    const said = source();
    if (said.length > 0) return said;
  }
  return clean(data.authors);
}

/** The first byline that holds a name; those further down are of other articles and of comments. */
function bylineOf(bylines: readonly string[], people: (names: readonly string[]) => string[]): string[] {
  for (const line of bylines) {
    if (/\bsa(?:ys|id|gt)\b|schrieb|dice:|\*$/i.test(line)) continue;
    const names = people(apart(line)).filter(likeName);
    if (names.length > 0) return names;
  }
  return [];
}

/** Several names in one line. */
const apart = (line: string): string[] =>
  /^\s*https?:/i.test(line)
    ? []
    : line
        .split(/\s+(?:and|und|et|y|e|&)\s+|\s*[;；、，|｜•·/]\s*|,\s+(?=\p{Lu}[\p{L}.'’-]*\s+\p{Lu})|\n/u)
        .map((name) => name.trim());

/** Opening words of a byline, and what follows a name in it. */
const opening =
  /^\s*(?:(?:written |posted |reported |published |story |text |words |article )?by|von|vom|par|por|di|door|av|af|autore?|autor(?:in)?|author|verfasst von|文|作者|記者|记者|執筆|著者|筆者|撰文|本报记者|本報記者|責任編輯|责任编辑|글|기자)\s*[\s:：/|｜]\s*/iu;
const trailing =
  /\s*(?:[@|•·\d(（[].*|\b(?:view|get|follow|updated|posted|published|contributor|staff writer|correspondent|reporter|photo)\b.*|,? (?:on )?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s*$|\s[-–—]\s?.*|\s*(?:記者|记者|기자)$)/iu;
const nobody =
  /^(?:https?:|www\.|@)|^(?:admin|administrator|editor|editors|staff|null|undefined|by|author|name|new results|guest|unknown|none|webmaster|last|movies|news|image|photo|source|quelle|lesedauer|纠错|(?:jan|febr)uary|march|april|may|june|july|august|(?:sept|nov|dec)ember|october|編集部|编辑|管理员|管理者)$/i;

function clean(names: readonly string[]): string[] {
  const seen = new Set<string>();
  const kept: string[] = [];
  for (const raw of names.slice(0, 60)) {
    let name = raw.slice(0, 300).replace(/\s+/g, ' ').trim();
    for (let turn = 0; turn < 2; turn += 1) name = name.replace(opening, '').trim();
    name = name
      .replace(trailing, '')
      .replace(/[\s,:：–-]+$/, '')
      .trim();
    // `Family, Given`, as metadata for citation has it.
    const turned = /^([\p{L}'’. -]{1,40}), ([\p{L}'’. -]{1,40})$/u.exec(name);
    if (turned) name = `${turned[2]} ${turned[1]}`;
    const key = fold(name);
    if (key.length < 2 || name.length > 100 || nobody.test(name) || seen.has(key)) continue;
    seen.add(key);
    kept.push(name);
    if (kept.length === 20) break;
  }
  return kept;
}

/** Two to five words that begin with capitals, or a few CJK characters. */
function likeName(name: string): boolean {
  if (/[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}\p{Script=Hiragana}]/u.test(name))
    return name.length <= 16;
  const words = name.split(/\s+/);
  return words.length <= 6 && words.some((word) => /^\p{Lu}/u.test(word)) && !/[!?*=]/.test(name);
}

const lines: readonly RegExp[] = [
  /^(?:by|von|par|por|di|door)\s+(\p{Lu}[\p{L}.'’-]{1,20}(?:\s+(?:(?:de|van|von|der|la|da|bin|al)\s+)?\p{Lu}[\p{L}.'’-]{0,20}){1,3})(?=\s*(?:[,|•·–—-]|$))/imu,
  /(?:作者|撰文|本报记者|本報記者|记者|記者|執筆|著者|文)\s?[:：/／|｜]\s?([\p{Script=Han}]{2,4})(?=[\s\n)）】｜|,，/]|$)/mu,
  /【([\p{Script=Han}]{1,3}[\s　]?[\p{Script=Han}]{1,3})】\s*$/mu,
  /([\p{Script=Hangul}]{2,4})\s?기자/u,
  /(?:责任编辑|責任編輯|编辑)\s?[:：]\s?([\p{Script=Han}]{2,4})/u,
];

/** A byline that is only text, at the beginning or at the end. */
function inText(text: string, tail: string): string[] {
  const head = text.slice(0, 4000);
  for (const line of lines) {
    const match = line.exec(head) ?? line.exec(tail);
    if (match) return [match[1] as string];
  }
  return [];
}
