import { deflateSync } from 'node:zlib';
import { escaped } from './answer.ts';

/** A small PDF: what a document viewer and a metadata reader would see. */
export interface PdfText {
  /** Document information; left out where the file has none. CJK is written as UTF-16BE. */
  title?: string;
  author?: string;
  producer?: string;
  /** Also written as XMP metadata. */
  xmp?: boolean;
  /** ISO date. */
  date: string;
  language: 'ja' | 'en';
  /** Lines a page; the first page's first line is set larger, as a title is. */
  pages: string[][];
}

const hexUtf16 = (text: string) =>
  `<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;
const literal = (text: string) => `(${text.replace(/[\\()]/g, '\\$&')})`;
const textString = (text: string) => (/^[\x20-\x7e]*$/.test(text) ? literal(text) : hexUtf16(text));

/** Japanese text goes through the predefined CMap UniJIS-UTF16-H; no font is embedded, as in many office files. */
const fonts = {
  ja: [
    '<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /UniJIS-UTF16-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 6 >> /DW 1000 /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 4 /FontBBox [-170 -331 1024 903] /ItalicAngle 0 /Ascent 723 /Descent -241 /CapHeight 709 /StemV 69 >>',
  ],
  en: ['<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>', 'null', 'null'],
} as const;

const shown = (text: string, language: PdfText['language']) =>
  language === 'ja'
    ? `<${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`
    : literal(text);

function content(lines: string[], first: boolean, language: PdfText['language']): string {
  const rows = lines.map((line, at) => {
    const size = first && at === 0 ? 20 : 11;
    const y = 770 - at * 26 - (first && at > 0 ? 30 : 0);
    return `BT /F1 ${size} Tf 1 0 0 1 60 ${y} Tm ${shown(line, language)} Tj ET`;
  });
  return rows.join('\n');
}

const xmpOf = (text: PdfText) =>
  `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(text.title ?? '')}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>`;

const stream = (dictionary: string, data: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

/** The file's bytes: PDF 1.7, a plain cross-reference table, deflated content streams. */
export function pdf(text: PdfText): Uint8Array {
  const firstPage = 8;
  const pageIds = text.pages.map((_, at) => firstPage + at * 2);
  const compact = text.date.replaceAll('-', '');
  const info = [
    text.title === undefined ? '' : `/Title ${textString(text.title)}`,
    text.author === undefined ? '' : `/Author ${textString(text.author)}`,
    `/Producer ${textString(text.producer ?? 'refvouch replica (synthetic)')}`,
    `/Keywords (synthetic stand-in written for tests)`,
    `/CreationDate (D:${compact}090000+09'00')`,
  ];
  const objects: (string | Buffer)[] = [
    `<< /Type /Catalog /Pages 2 0 R /Lang (${text.language})${text.xmp ? ' /Metadata 4 0 R' : ''} >>`,
    `<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] /Count ${pageIds.length} >>`,
    `<< ${info.filter(Boolean).join(' ')} >>`,
    text.xmp ? stream('/Type /Metadata /Subtype /XML', Buffer.from(xmpOf(text))) : 'null',
    ...fonts[text.language],
  ];
  text.pages.forEach((lines, at) => {
    const id = firstPage + at * 2;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents ${id + 1} 0 R >>`,
      stream('/Filter /FlateDecode', deflateSync(content(lines, at === 0, text.language))),
    );
  });
  return assembled(objects);
}

function assembled(objects: (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = parts[0]?.length ?? 0;
  const add = (part: Buffer) => {
    parts.push(part);
    length += part.length;
  };
  objects.forEach((object, at) => {
    offsets.push(length);
    add(
      Buffer.concat([
        Buffer.from(`${at + 1} 0 obj\n`),
        typeof object === 'string' ? Buffer.from(object) : object,
        Buffer.from('\nendobj\n'),
      ]),
    );
  });
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`));
  add(
    Buffer.from(
      `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n${start}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
