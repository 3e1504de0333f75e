import { encodePart, escapeXml } from './docx-map.ts';
import type { Archive } from './zip.ts';

export interface PartChange {
  name: string;
  content: Uint8Array;
}
export interface Comments {
  author: string;
  /** ISO 8601, UTC. */
  at: string;
  texts: readonly (readonly string[])[];
}

const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const strictRelation = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
/** Longer comments are cut: Word shows a few hundred characters of one. */
const longest = 4000;

/**
 * The part that holds the comments, with the new ones behind those that are there, and what must name it: the body's
 * relationships and the table of content types. `first` is the id of the first new comment.
 */
export function commentsPart(
  archive: Archive,
  body: string,
  namespace: string,
  comments: Comments,
): { changes: PartChange[]; first: number } | { refused: string } {
  const slash = body.lastIndexOf('/') + 1;
  const [folder, file] = [body.slice(0, slash), body.slice(slash)];
  const relationsName = `${folder}_rels/${file}.rels`;
  const relations = archive.has(relationsName)
    ? textOf(archive, relationsName)
    : `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${packageRelations}"></Relationships>`;
  const contentTypes = textOf(archive, '[Content_Types].xml');
  if (relations === undefined || contentTypes === undefined)
    return { refused: 'lacks the tables of its parts; save it anew in Word or LibreOffice.' };
  const known = knownPart(relations, folder);
  const name = known ?? freeName(archive, folder);
  const before = known && archive.has(known) ? textOf(archive, known) : emptyPart(namespace);
  if (before === undefined) return { refused: 'has comments that cannot be read; save it anew.' };
  const first = 1 + Math.max(-1, ...idsIn(before));
  const written = comments.texts.map((lines, index) => commentOf(first + index, lines, namespace, comments));
  const part = beforeEnd(before, 'comments', written.join(''));
  const rels = known
    ? relations
    : beforeEnd(relations, 'Relationships', (prefix) =>
        relationOf(prefix, relations, name, folder, namespace),
      );
  const named = contentTypes.includes(`"/${name}"`)
    ? contentTypes
    : beforeEnd(
        contentTypes,
        'Types',
        (prefix) => `<${prefix}Override PartName="/${name}" ContentType="${types}"/>`,
      );
  if (!part || !rels || !named) return { refused: 'has tables of an unusual build; save it anew.' };
  const changes = [
    change(archive, name, before, part),
    change(archive, relationsName, relations, rels),
    change(archive, '[Content_Types].xml', contentTypes, named),
  ];
  if (changes.includes(undefined)) return { refused: 'is not written in UTF-8; save it anew.' };
  return { changes: changes.filter((one): one is PartChange => Boolean(one?.content.length)), first };
}

const textOf = (archive: Archive, name: string): string | undefined => {
  const bytes = archive.read(name);
  return bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
};

/** A part with its change; no content where there is none. Undefined where its other bytes could not be kept. */
function change(archive: Archive, name: string, before: string, after: string): PartChange | undefined {
  if (after === before) return { name, content: new Uint8Array() };
  if (!archive.has(name)) return { name, content: new TextEncoder().encode(after) };
  const content = encodePart(archive.read(name), before, after);
  return content && { name, content };
}

/** The comments part the body already names. */
function knownPart(relations: string, folder: string): string | undefined {
  for (const [tag] of relations.matchAll(/<(?:[\w.-]{1,40}:)?Relationship\s[^<>]{1,2000}>/g)) {
    if (!/\sType\s?=\s?["'][^"']{1,200}\/relationships\/comments["']/.test(tag)) continue;
    const target = /\sTarget\s?=\s?["']([^"'<>&]{1,300})["']/.exec(tag)?.[1];
    if (target) return target.startsWith('/') ? target.slice(1) : `${folder}${target}`;
  }
  return undefined;
}

function freeName(archive: Archive, folder: string): string {
  for (let at = 0; ; at += 1) {
    const name = `${folder}comments${at || ''}.xml`;
    if (!archive.has(name)) return name;
  }
}

const emptyPart = (namespace: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${namespace}"></w:comments>`;

const idsIn = (xml: string): number[] =>
  [...xml.matchAll(/<(?:[\w.-]{1,40}:)?comment\s[^<>]{0,2000}?:id\s?=\s?["'](\d{1,9})["']/g)].map(([, id]) =>
    Number(id),
  );

/** Markup put before the end tag of a root, also of one that is written as an empty element. */
function beforeEnd(
  xml: string,
  root: string,
  inner: string | ((prefix: string) => string),
): string | undefined {
  const make = (prefix: string) => (typeof inner === 'string' ? inner : inner(prefix));
  const end = new RegExp(`</((?:[\\w.-]{1,40}:)?)${root}\\s{0,20}>\\s{0,200}$`).exec(xml);
  if (end) return xml.slice(0, end.index) + make(end[1] ?? '') + xml.slice(end.index);
  const empty = new RegExp(`<((?:[\\w.-]{1,40}:)?)${root}((?:\\s[^<>]{0,8000})?)/>\\s{0,200}$`).exec(xml);
  if (!empty) return undefined;
  const prefix = empty[1] ?? '';
  return `${xml.slice(0, empty.index)}<${prefix}${root}${empty[2] ?? ''}>${make(prefix)}</${prefix}${root}>`;
}

function relationOf(
  prefix: string,
  relations: string,
  name: string,
  folder: string,
  namespace: string,
): string {
  let at = 1;
  while (relations.includes(`"rIdRefvouch${at}"`)) at += 1;
  const type = namespace.startsWith('http://purl.oclc.org') ? strictRelation : relation;
  return `<${prefix}Relationship Id="rIdRefvouch${at}" Type="${type}" Target="${name.slice(folder.length)}"/>`;
}

function commentOf(
  id: number,
  lines: readonly string[],
  namespace: string,
  { author, at }: Comments,
): string {
  const date = at.replace(/\.\d{1,9}(?=Z$)/, '');
  const paragraphs = lines
    .map((line, index) => {
      const mark = index === 0 ? '<w:r><w:annotationRef/></w:r>' : '';
      const text = escapeXml(line.replace(/[\r\n\t]+/g, ' ').slice(0, longest));
      return `<w:p>${mark}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
    })
    .join('');
  // The prefix is declared here, as a part that was there may bind another one.
  return `<w:comment xmlns:w="${namespace}" w:id="${id}" w:author="${author}" w:date="${escapeXml(date)}" w:initials="rv">${paragraphs || '<w:p/>'}</w:comment>`;
}
