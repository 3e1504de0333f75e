import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from 'cheerio/slim';
import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commentDocx } from '../../src/fix/index.ts';
import type { Note } from '../../src/model/note.ts';
import { loadParser } from '../../src/parse/index.ts';
import { docxRuns, readDocx } from '../../src/read/docx/index.ts';
import { manuscript, partsOf } from './word.ts';

const at = '2026-01-02T03:04:05.678Z';
const parser = await loadParser();
const notesOf = (bytes: Uint8Array): Note[] => parser.parse(readDocx('a.docx', bytes)).notes;
const commented = (bytes: Uint8Array, lines: readonly string[] = ['Something is wrong.', 'Mend it.']) => {
  const answer = commentDocx(
    bytes,
    docxRuns(bytes),
    notesOf(bytes).map((note) => ({ note, lines })),
    at,
  );
  if ('refused' in answer) throw new Error(answer.refused);
  return answer;
};
const xmlOf = (text: string | undefined) => load(text as string, { xml: true });

describe('comments in a Word document', () => {
  it('puts one on each note: at its sign, or at its entry in a list', () => {
    const before = manuscript();
    const { bytes, comments } = commented(before);
    expect(comments).toBe(4);
    const body = partsOf(bytes)['word/document.xml'] as string;
    const between = (id: string) => {
      const [start, end] = ['commentRangeStart', 'commentRangeEnd'].map((name) =>
        body.indexOf(`<w:${name} w:id="${id}"/>`),
      ) as [number, number];
      return body.slice(start, end);
    };
    const anchors = ['0', '1', '2', '3'].map(between);
    expect(anchors.filter((xml) => /footnoteReference w:id="2"/.test(xml))).toHaveLength(1);
    expect(anchors.filter((xml) => /footnoteReference w:id="3"/.test(xml))).toHaveLength(1);
    expect(anchors.filter((xml) => xml.includes('某文'))).toHaveLength(1);
    expect(anchors.filter((xml) => xml.includes('Ann Bee'))).toHaveLength(1);
    expect(xmlOf(body)('w\\:commentReference')).toHaveLength(4);
  });

  it('names the part, dates and signs the comments, and leaves all other parts byte for byte', () => {
    const before = manuscript({ 'word/media/a.bin': new Uint8Array([0, 1, 2, 255]) });
    const [old, now] = [partsOf(before), partsOf(commented(before).bytes)];
    const comment = xmlOf(now['word/comments.xml'])('w\\:comment').first();
    expect(comment.attr()).toMatchObject({
      'w:author': 'refvouch',
      'w:date': '2026-01-02T03:04:05Z',
      'w:id': '0',
    });
    expect(comment.find('w\\:p')).toHaveLength(2);
    expect(comment.text()).toBe('Something is wrong.Mend it.');
    expect(now['[Content_Types].xml']).toContain('<Override PartName="/word/comments.xml"');
    expect(now['word/_rels/document.xml.rels']).toContain('Target="comments.xml"');
    const changed = Object.keys(now).filter((name) => old[name] !== now[name]);
    expect(changed.sort()).toEqual(
      [
        '[Content_Types].xml',
        'word/_rels/document.xml.rels',
        'word/comments.xml',
        'word/document.xml',
      ].sort(),
    );
    // Taking the marks out again gives the body that was there.
    const body = now['word/document.xml']
      ?.replace(/<w:commentRange(?:Start|End) w:id="\d+"\/>/g, '')
      .replace(/<w:r><w:commentReference w:id="\d+"\/><\/w:r>/g, '');
    expect(body).toBe(old['word/document.xml']);
    expect(notesOf(commented(before).bytes).map(({ text }) => text)).toEqual(
      notesOf(before).map(({ text }) => text),
    );
  });

  it('keeps the comments that are there, and counts on from their ids', () => {
    const first = commented(manuscript()).bytes;
    const second = partsOf(commented(first, ['Again.']).bytes);
    const $ = xmlOf(second['word/comments.xml']);
    const ids = $('w\\:comment')
      .map((_, element) => $(element).attr('w:id'))
      .get();
    expect(ids).toEqual(['0', '1', '2', '3', '4', '5', '6', '7']);
    expect(second['word/comments.xml']).toContain('Something is wrong.');
    expect(second['[Content_Types].xml']?.match(/comments\.xml/g)).toHaveLength(1);
    expect(second['word/_rels/document.xml.rels']?.match(/"comments\.xml"/g)).toHaveLength(1);
  });

  it('lets no page or document write mark-up into the file', () => {
    const { bytes } = commented(manuscript(), ['</w:t></w:r></w:p><w:p>&evil;\u0000\u0008\ud800 ]]>']);
    const comments = partsOf(bytes)['word/comments.xml'] as string;
    const $ = xmlOf(comments);
    expect($('w\\:comment').first().find('w\\:p')).toHaveLength(1);
    expect($('w\\:comment').first().text()).toBe('</w:t></w:r></w:p><w:p>&evil;\ufffd ]]>');
    expect(comments).not.toMatch(/[\u0000-\u0008]/);
  });

  it('gives the document back as it is where nothing is to be said', () => {
    const bytes = manuscript();
    expect(commentDocx(bytes, docxRuns(bytes), [], at)).toEqual({ bytes, comments: 0 });
  });

  it.each([
    ['no archive', strToU8('PK')],
    ['tables that cannot be read', manuscript({ '[Content_Types].xml': strToU8('nothing of the kind') })],
  ])('says why it will not, instead of throwing: %s', (_, bytes) => {
    const map = bytes.length < 10 ? { runs: [], parts: new Map() } : docxRuns(bytes);
    const notes = bytes.length < 10 ? [] : notesOf(bytes);
    const answer = commentDocx(
      bytes,
      map,
      notes.map((note) => ({ note, lines: ['x'] })),
      at,
    );
    expect(answer).toHaveProperty('refused');
  });

  const office = ['/usr/bin/libreoffice', '/usr/bin/soffice'].find((path) => existsSync(path));
  it.skipIf(!office || process.env.REFVOUCH_SKIP_OFFICE)(
    'opens in LibreOffice, comments and all (skipped where it is not installed)',
    () => {
      const folder = mkdtempSync(join(tmpdir(), 'refvouch-office-'));
      try {
        writeFileSync(join(folder, 'a.docx'), commented(manuscript()).bytes);
        const convert = (to: string) =>
          execFileSync(
            office as string,
            [
              `-env:UserInstallation=file://${folder}/profile`,
              '--headless',
              '--convert-to',
              to,
              '--outdir',
              folder,
              join(folder, 'a.docx'),
            ],
            { stdio: 'ignore', timeout: 120_000 },
          );
        convert('pdf');
        expect(readFileSync(join(folder, 'a.pdf')).subarray(0, 5).toString()).toBe('%PDF-');
        convert('fodt');
        const written = readFileSync(join(folder, 'a.fodt'), 'utf8');
        expect(written.match(/<dc:creator>refvouch<\/dc:creator>/g)).toHaveLength(4);
        expect(written).toContain('Something is wrong.');
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    180_000,
  );
});
