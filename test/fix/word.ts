import { strToU8, unzipSync } from 'fflate';
import { footnote, paragraph, run, sign, wordFile } from '../read/docx/word-file.ts';

const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
/** A table of content types that word processors want to see. */
export const contentTypes = strToU8(
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/><Override PartName="/word/footnotes.xml" ContentType="${kinds}.footnotes+xml"/></Types>`,
);

/** A manuscript with two footnotes and, behind its body, a list of two references. */
export const manuscript = (more: Parameters<typeof wordFile>[0]['files'] = {}): Uint8Array =>
  wordFile({
    body:
      paragraph(
        run('甲说了一句话'),
        sign('footnote', 2),
        run('。乙又说了一句话'),
        sign('footnote', 3),
        run('。'),
      ) +
      paragraph(run('参考文献')) +
      paragraph(run('[1] 某文，新华网，'), run('2024年2月25日https://a.example/b &amp; c')) +
      paragraph(run('[2] Ann Bee, “One &#x201C;Way&#8221;,” The Daily, 46:1,2020.')),
    footnotes:
      footnote(2, run(' Cy Dee, “Two,” The Daily, 46:1,2020, p. 3.')) +
      footnote(3, run(' 他文，新华网，2024年2月26日。')),
    files: { '[Content_Types].xml': contentTypes, ...more },
  });

export const partsOf = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, new TextDecoder().decode(content)]),
  );
