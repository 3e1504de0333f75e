import { strToU8, type Zippable, zipSync } from 'fflate';

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wrap = (root: string, inner: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><w:${root} xmlns:w="${main}" xmlns:r="${office}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inner}</w:${root}>`;

export interface WordParts {
  body: string;
  footnotes?: string;
  endnotes?: string;
  numbering?: string;
  styles?: string;
  settings?: string;
  /** Hyperlink targets by relationship id, of the body and of the footnotes. */
  links?: Record<string, string>;
  footnoteLinks?: Record<string, string>;
  /** Put in, or in the place of, what is made from the above. */
  files?: Zippable;
}

/** A Word document made from the inner XML of its parts. */
export function wordFile(parts: WordParts): Uint8Array {
  const sides = ['footnotes', 'endnotes', 'numbering', 'styles', 'settings'] as const;
  const files: Zippable = {
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': strToU8(relations([['rId1', 'officeDocument', 'word/document.xml', false]])),
    'word/document.xml': strToU8(wrap('document', `<w:body>${parts.body}</w:body>`)),
    'word/_rels/document.xml.rels': strToU8(
      relations([
        ...sides.map((side) => [side, side, `${side}.xml`, false] as const),
        ...hyperlinks(parts.links),
      ]),
    ),
    'word/_rels/footnotes.xml.rels': strToU8(relations(hyperlinks(parts.footnoteLinks))),
  };
  for (const side of sides)
    if (parts[side] !== undefined) files[`word/${side}.xml`] = strToU8(wrap(side, parts[side]));
  return zipSync({ ...files, ...parts.files });
}

const hyperlinks = (links: Record<string, string> = {}) =>
  Object.entries(links).map(([id, url]) => [id, 'hyperlink', url, true] as const);

const relations = (rows: readonly (readonly [string, string, string, boolean])[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${rows
    .map(
      ([id, type, target, external]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target.replaceAll('&', '&amp;')}"${external ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;

export const paragraph = (...runs: string[]) => `<w:p>${runs.join('')}</w:p>`;
export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const sign = (kind: 'footnote' | 'endnote', id: number) =>
  `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
export const footnote = (id: number, ...runs: string[]) =>
  `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${runs.join('')}</w:p></w:footnote>`;
export const endnote = (id: number, ...runs: string[]) =>
  `<w:endnote w:id="${id}"><w:p><w:r><w:endnoteRef/></w:r>${runs.join('')}</w:p></w:endnote>`;
