import { crc32, deflateRawSync, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { paragraph, run, wordFile } from '../read/docx/word-file.ts';

/** A hostile file and what must come of it: a clear line that matches, or a reading. */
export interface HostileFile {
  name: string;
  bytes(): Uint8Array;
  ends: RegExp | 'read' | 'either';
}

const plain = { body: paragraph(run('text')) };
const xml = (text: string) => strToU8(text);

/** What a central directory says, rewritten entry by entry. */
function rewritten(bytes: Uint8Array, change: (view: DataView, at: number) => void): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 46 < bytes.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) change(view, at);
  return bytes;
}

/** A ZIP of one deflated stream shared by many entries. */
function overlapping(count: number, size: number): Uint8Array {
  const content = Buffer.alloc(size, 0x20);
  const packed = deflateRawSync(content);
  const sum = crc32(content);
  const name = Buffer.from('word/document.xml');
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(sum, 14);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(size, 22);
  local.writeUInt16LE(name.length, 26);
  const body = Buffer.concat([local, name, packed]);
  const rows = Array.from({ length: count }, (_, index) => {
    const own = Buffer.from(index === 0 ? 'word/document.xml' : `word/a${index}.xml`);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(8, 10);
    row.writeUInt32LE(sum, 16);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(size, 24);
    row.writeUInt16LE(own.length, 28);
    return Buffer.concat([row, own]);
  });
  const directory = Buffer.concat(rows);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(body.length, 16);
  return new Uint8Array(Buffer.concat([body, directory, end]));
}

const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const bomb = () =>
  wordFile({
    ...plain,
    files: { 'word/document.xml': xml(`<w:document>${' '.repeat(40 * 1024 * 1024)}</w:document>`) },
  });
const documentOf = (text: string) => () => wordFile({ ...plain, files: { 'word/document.xml': xml(text) } });
const laughs = `<!DOCTYPE a [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join('')}]>`;

export const words: readonly HostileFile[] = [
  { name: 'bomb.docx', bytes: bomb, ends: /more than 32 MiB/ },
  {
    name: 'declares-none.docx',
    bytes: () => rewritten(bomb(), (view, at) => view.setUint32(at + 24, 0, true)),
    ends: /more than 32 MiB/,
  },
  {
    name: 'declares-little.docx',
    bytes: () => rewritten(bomb(), (view, at) => view.setUint32(at + 24, 10, true)),
    ends: /more than 32 MiB/,
  },
  {
    name: 'declares-4gib.docx',
    bytes: () => rewritten(wordFile(plain), (view, at) => view.setUint32(at + 24, 0xffffffff, true)),
    ends: 'either',
  },
  {
    name: 'packed-4gib.docx',
    bytes: () => rewritten(wordFile(plain), (view, at) => view.setUint32(at + 20, 0xffffffff, true)),
    ends: /damaged/,
  },
  { name: 'overlap.docx', bytes: () => overlapping(2_000, 4 * 1024 * 1024), ends: /damaged|overlap/ },
  {
    name: 'many-parts.docx',
    bytes: () =>
      wordFile({
        ...plain,
        footnotes: ' '.repeat(30 * 1024 * 1024),
        endnotes: ' '.repeat(30 * 1024 * 1024),
        styles: ' '.repeat(30 * 1024 * 1024),
      }),
    ends: /MiB/,
  },
  {
    name: 'entries.docx',
    bytes: () =>
      wordFile({
        ...plain,
        files: Object.fromEntries(
          Array.from({ length: 60_000 }, (_, i) => [`../../etc/${i}`, new Uint8Array()]),
        ),
      }),
    ends: 'read',
  },
  {
    name: 'slip.docx',
    bytes: () =>
      wordFile({
        ...plain,
        files: {
          '../../../../tmp/refvouch-slipped': xml('x'),
          '/tmp/refvouch-slipped': xml('x'),
          'C:\\slipped': xml('x'),
        },
      }),
    ends: 'read',
  },
  {
    name: 'link.docx',
    bytes: () =>
      rewritten(wordFile({ ...plain, files: { 'word/media/link': xml('/etc/passwd') } }), (view, at) =>
        view.setUint32(at + 38, 0xa1ff0000, true),
      ),
    ends: 'either',
  },
  {
    name: 'encrypted.docx',
    bytes: () => rewritten(wordFile(plain), (view, at) => view.setUint16(at + 8, 1, true)),
    ends: /encrypted/,
  },
  { name: 'zip-in-zip.docx', bytes: () => zipSync({ 'word/document.xml': bomb() }), ends: 'either' },
  { name: 'empty.docx', bytes: () => new Uint8Array(), ends: 'either' },
  {
    name: 'nothing-but-end.docx',
    bytes: () => new Uint8Array(Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), Buffer.alloc(18, 0xff)])),
    ends: 'either',
  },
  {
    name: 'xxe.docx',
    bytes: documentOf(
      `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document ${main}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ends: /document type/,
  },
  {
    name: 'dtd.docx',
    bytes: documentOf(`<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd"><w:document ${main}/>`),
    ends: /document type/,
  },
  {
    name: 'laughs.docx',
    bytes: documentOf(
      `${laughs}<w:document ${main}><w:body><w:p><w:r><w:t>&a30;</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ends: /document type/,
  },
  {
    name: 'doctypes.docx',
    bytes: documentOf(`${'<!DOCTYPE a>'.repeat(100_000)}<w:document ${main}/>`),
    ends: /document type/,
  },
  {
    name: 'late-doctype.docx',
    bytes: documentOf(
      `<w:document ${main}><w:body><!DOCTYPE a [<!ENTITY b "c">]><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
    ),
    ends: 'either',
  },
  {
    name: 'utf16-doctype.docx',
    bytes: () =>
      wordFile({
        ...plain,
        files: {
          'word/document.xml': new Uint8Array(
            Buffer.from(
              `\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><w:document ${main}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
              'utf16le',
            ),
          ),
        },
      }),
    ends: 'either',
  },
  { name: 'deep.docx', bytes: () => wordFile({ body: '<w:sdt>'.repeat(200_000) }), ends: /too deep/ },
  {
    name: 'attributes.docx',
    bytes: () =>
      wordFile({ body: `<w:p ${Array.from({ length: 200_000 }, (_, i) => `a${i}="1"`).join(' ')}/>` }),
    ends: 'either',
  },
  {
    name: 'runs.docx',
    bytes: () => wordFile({ body: `<w:p>${'<w:r><w:t>a</w:t></w:r>'.repeat(300_000)}</w:p>` }),
    ends: 'read',
  },
  {
    name: 'fields.docx',
    bytes: () =>
      wordFile({ body: `<w:p>${'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(100_000)}</w:p>` }),
    ends: 'either',
  },
  {
    name: 'signs.docx',
    bytes: () =>
      wordFile({
        body: paragraph('<w:r><w:footnoteReference w:id="1"/></w:r>'.repeat(200_000)),
        footnotes: '<w:footnote w:id="1"><w:p><w:r><w:t>n</w:t></w:r></w:p></w:footnote>'.repeat(50_000),
      }),
    ends: 'either',
  },
  {
    name: 'external.docx',
    bytes: () =>
      wordFile({
        body: '<w:p><w:hyperlink r:id="rId9"><w:r><w:t>x</w:t></w:r></w:hyperlink><w:r><w:pict><v:imagedata r:link="rId9"/></w:pict></w:r></w:p>',
        links: { rId9: 'file:///etc/passwd' },
      }),
    ends: 'read',
  },
  {
    name: 'styles.docx',
    bytes: () =>
      wordFile({
        ...plain,
        styles: Array.from(
          { length: 20_000 },
          (_, i) => `<w:style w:styleId="s${i}"><w:basedOn w:val="s${(i + 1) % 20_000}"/></w:style>`,
        ).join(''),
        body: '<w:p><w:pPr><w:pStyle w:val="s0"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'.repeat(2_000),
      }),
    ends: 'either',
  },
  {
    name: 'garbage.docx',
    bytes: documentOf(`<w:document><w:body><w:p><w:r><w:t>${'&'.repeat(1_000_000)}`),
    ends: 'either',
  },
  { name: 'unclosed.docx', bytes: documentOf('<'.repeat(5_000_000)), ends: 'either' },
  {
    name: 'megabytes.docx',
    bytes: () => wordFile({ body: `<w:p><w:r><w:t>${'x'.repeat(20_000_000)}</w:t></w:r></w:p>` }),
    ends: 'either',
  },
  {
    name: 'paragraphs.docx',
    bytes: () =>
      wordFile({ body: '<w:p><w:r><w:t>[1] A. Author, Title, 2020.</w:t></w:r></w:p>'.repeat(100_000) }),
    ends: 'either',
  },
];

/** A PDF of the given objects, numbered from one, the first its catalogue. */
export function pdfOf(objects: readonly (string | Buffer)[], trailer = ''): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let at = (parts[0] as Buffer).length;
  objects.forEach((object, index) => {
    offsets.push(at);
    const whole = Buffer.concat([
      Buffer.from(`${index + 1} 0 obj\n`),
      Buffer.from(object as string),
      Buffer.from('\nendobj\n'),
    ]);
    parts.push(whole);
    at += whole.length;
  });
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return new Uint8Array(Buffer.concat(parts));
}

const stream = (content: Buffer, extra: string): Buffer =>
  Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${extra} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
const packedTimes = (content: Buffer, times: number): Buffer => {
  let packed = content;
  for (let time = 0; time < times; time += 1) packed = deflateSync(packed);
  return packed;
};
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';
const pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page =
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>';
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
const withContent =
  (content: Buffer, extra = '', more: readonly (string | Buffer)[] = []) =>
  () =>
    pdfOf([catalog, pages, page, stream(content, extra), font, ...more]);
const shows = Buffer.from('BT /F1 10 Tf 50 700 Td (text) Tj ET');

export const pdfs: readonly HostileFile[] = [
  {
    name: 'flate-bomb.pdf',
    bytes: withContent(packedTimes(Buffer.alloc(200_000_000, 0x20), 1), '/Filter /FlateDecode'),
    ends: 'either',
  },
  {
    name: 'flate-twice.pdf',
    bytes: withContent(
      packedTimes(Buffer.alloc(400_000_000, 0x20), 2),
      '/Filter [/FlateDecode /FlateDecode]',
    ),
    ends: 'either',
  },
  {
    name: 'filters.pdf',
    bytes: withContent(shows, `/Filter [${'/ASCIIHexDecode '.repeat(20_000)}]`),
    ends: 'either',
  },
  {
    name: 'run-length.pdf',
    bytes: withContent(
      Buffer.alloc(4_000_000, Buffer.from([129, 65])),
      '/Filter [/RunLengthDecode /RunLengthDecode]',
    ),
    ends: 'either',
  },
  {
    name: 'pages-ring.pdf',
    bytes: () => pdfOf([catalog, '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']),
    ends: 'either',
  },
  {
    name: 'pages-count.pdf',
    bytes: () =>
      pdfOf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>', page, stream(shows, ''), font]),
    ends: 'either',
  },
  {
    name: 'pages-deep.pdf',
    bytes: () =>
      pdfOf([
        catalog,
        ...Array.from({ length: 50_000 }, (_, i) => `<< /Type /Pages /Kids [${i + 3} 0 R] /Count 1 >>`),
        '<< /Type /Page /MediaBox [0 0 1 1] >>',
      ]),
    ends: 'either',
  },
  {
    name: 'pages-many.pdf',
    bytes: () =>
      pdfOf([
        catalog,
        `<< /Type /Pages /Kids [${'3 0 R '.repeat(200_000)}] /Count 200000 >>`,
        page,
        stream(shows, ''),
        font,
      ]),
    ends: 'either',
  },
  { name: 'reference-ring.pdf', bytes: () => pdfOf([catalog, '3 0 R', '2 0 R']), ends: 'either' },
  {
    name: 'length-ring.pdf',
    bytes: () => pdfOf([catalog, pages, page, '<< /Length 4 0 R >>\nstream\nx\nendstream', font]),
    ends: 'either',
  },
  {
    name: 'form-ring.pdf',
    bytes: withContent(Buffer.from('/X Do '.repeat(1000)), '', [
      stream(
        Buffer.from('/X Do '.repeat(1000)),
        '/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /XObject << /X 6 0 R >> >>',
      ),
    ]),
    ends: 'either',
  },
  {
    name: 'forms-laugh.pdf',
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >> >>',
        stream(Buffer.from('/X Do '.repeat(50)), ''),
        font,
        ...Array.from({ length: 20 }, (_, i) =>
          stream(
            Buffer.from(i === 19 ? 'BT (a) Tj ET' : '/X Do '.repeat(50)),
            `/Type /XObject /Subtype /Form /BBox [0 0 1 1] /Resources << /Font << /F1 5 0 R >> /XObject << /X ${i + 7} 0 R >> >>`,
          ),
        ),
      ]),
    ends: 'either',
  },
  {
    name: 'actions.pdf',
    bytes: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /Launch /F (/bin/sh) >> /AA << /WC << /S /JavaScript /JS (app.launchURL\\(0\\)) >> >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (while\\(1\\);) >>] >> /EmbeddedFiles << /Names [(../../x) 6 0 R] >> >> >>',
        pages,
        page,
        stream(shows, ''),
        font,
        '<< /Type /Filespec /F (../../x) >>',
      ]),
    ends: 'read',
  },
  {
    name: 'xfa.pdf',
    bytes: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /XFA 6 0 R /Fields [] >> >>',
        pages,
        page,
        stream(shows, ''),
        font,
        stream(
          Buffer.from(
            `<?xml version="1.0"?>${laughs}<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/">&a30;</xdp:xdp>`,
          ),
          '',
        ),
      ]),
    ends: 'either',
  },
  {
    name: 'text.pdf',
    bytes: withContent(Buffer.from(`BT /F1 10 Tf ${'(text text) Tj 1 0 Td '.repeat(400_000)} ET`)),
    ends: 'either',
  },
  {
    name: 'operators.pdf',
    bytes: withContent(packedTimes(Buffer.from('q '.repeat(20_000_000)), 1), '/Filter /FlateDecode'),
    ends: 'either',
  },
  { name: 'arrays.pdf', bytes: withContent(Buffer.from('['.repeat(2_000_000))), ends: 'either' },
  {
    name: 'dictionaries.pdf',
    bytes: () =>
      pdfOf([
        `<< /Type /Catalog /Pages 2 0 R /A ${'<< /A '.repeat(300_000)}`,
        pages,
        page,
        stream(shows, ''),
        font,
      ]),
    ends: 'either',
  },
  {
    name: 'outline-ring.pdf',
    bytes: () =>
      pdfOf([
        '<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>',
        pages,
        page,
        stream(shows, ''),
        font,
        '<< /First 7 0 R /Last 7 0 R >>',
        '<< /Title (a) /Next 7 0 R /First 7 0 R /Parent 6 0 R >>',
      ]),
    ends: 'either',
  },
  {
    name: 'annotations.pdf',
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Annots [${'6 0 R '.repeat(300_000)}] >>`,
        stream(shows, ''),
        font,
        '<< /Type /Annot /Subtype /Link /Rect [0 0 1 1] /A << /S /URI /URI (javascript:alert\\(1\\)) >> >>',
      ]),
    ends: 'either',
  },
  {
    name: 'cmap.pdf',
    bytes: () =>
      pdfOf([
        catalog,
        pages,
        page,
        stream(shows, ''),
        '<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>] >>',
        stream(
          Buffer.from(
            `begincmap 1 begincodespacerange <0000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0041> endbfrange endcmap`,
          ),
          '',
        ),
      ]),
    ends: 'either',
  },
  {
    name: 'image.pdf',
    bytes: withContent(Buffer.from('q 1 0 0 1 0 0 cm BI /W 100000 /H 100000 /CS /RGB /BPC 8 ID x EI Q')),
    ends: 'either',
  },
  {
    name: 'huge-page.pdf',
    bytes: () => pdfOf([catalog, pages, page.replace('600 800', '1e30 1e30'), stream(shows, ''), font]),
    ends: 'either',
  },
  {
    name: 'xref-ring.pdf',
    bytes: () => pdfOf([catalog, pages, page, stream(shows, ''), font], '/Prev 9'),
    ends: 'either',
  },
  {
    name: 'no-xref.pdf',
    bytes: () => new Uint8Array(Buffer.from(`%PDF-1.4\n${'1 0 obj\n<<\n'.repeat(400_000)}`)),
    ends: 'either',
  },
  {
    name: 'encrypted.pdf',
    bytes: () =>
      pdfOf(
        [catalog, pages, page, stream(shows, ''), font],
        '/Encrypt << /Filter /Standard /V 5 /R 6 /Length 256 /P -4 /O (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /U (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /OE (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /UE (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) /Perms (aaaaaaaaaaaaaaaa) >>',
      ),
    ends: 'either',
  },
  {
    name: 'proto.pdf',
    bytes: () =>
      pdfOf(
        [
          '<< /Type /Catalog /Pages 2 0 R /__proto__ << /polluted true >> /constructor 2 0 R >>',
          pages,
          page,
          stream(shows, ''),
          font,
        ],
        '/Info << /__proto__ (x) /Title (T) >>',
      ),
    ends: 'either',
  },
  { name: 'header-only.pdf', bytes: () => new Uint8Array(Buffer.from('%PDF-1.7\n')), ends: 'either' },
  {
    name: 'jbig2.pdf',
    bytes: withContent(Buffer.alloc(100_000, 0xff), '/Filter /JBIG2Decode'),
    ends: 'either',
  },
  {
    name: 'predictor.pdf',
    bytes: withContent(
      packedTimes(Buffer.alloc(1_000_000, 1), 1),
      '/Filter /FlateDecode /DecodeParms << /Predictor 15 /Columns 2000000000 /Colors 32 /BitsPerComponent 16 >>',
    ),
    ends: 'either',
  },
];
