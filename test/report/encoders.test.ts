import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvField } from '../../src/report/encode/csv.ts';
import { commandMessage, commandProperty } from '../../src/report/encode/github.ts';
import { jsonText } from '../../src/report/encode/json.ts';
import { liveLink, pathUri } from '../../src/report/encode/link.ts';
import { markdownLink, markdownText } from '../../src/report/encode/markdown.ts';
import { clip, plainLine } from '../../src/report/encode/plain.ts';
import { columns, terminalText, wrap } from '../../src/report/encode/terminal.ts';
import { xmlText } from '../../src/report/encode/xml.ts';

/** Strings that bite: pieces of every syntax, controls, surrogates, bidi, CJK and emoji, in any order. */
const foreign = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...[
          '::error::',
          '##[error]',
          '%0A',
          '\n',
          '\r',
          '\u0000',
          '\u001b[31m',
          '\u202e',
          '\ud800',
          '\udc00',
          '</script>',
        ],
        ...[
          '<img src=x>',
          '&',
          '"',
          "'",
          '`',
          '|',
          '[x](javascript:alert(1))',
          '=1+1',
          '@user',
          '#12',
          'https://evil.example',
        ],
        ...[
          'www.evil.example',
          '\\',
          '{',
          '}',
          '*',
          '_',
          '~',
          '$',
          '- ',
          '1. ',
          '日本',
          '，',
          '😀',
          '\ufeff',
          '\u2028',
          ' ',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));
const holds = (check: (text: string) => void) => fc.assert(fc.property(foreign, check), { numRuns: 300 });

const hidden = /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/;

describe('each encoder keeps what is foreign from being obeyed', () => {
  it('plain: one well-formed line, nothing hidden', () =>
    holds((text) => {
      expect(plainLine(text)).not.toMatch(hidden);
      expect(plainLine(text).isWellFormed()).toBe(true);
      expect(clip(plainLine(text), 7).isWellFormed()).toBe(true);
    }));

  it('terminal: no escape and no command of a runner', () =>
    holds((text) => {
      expect(terminalText(text)).not.toMatch(hidden);
      expect(terminalText(text)).not.toContain('##[');
    }));

  it('Markdown: no tag, no live sign, no link of its own', () =>
    holds((text) => {
      const bare = markdownText(text).replace(/\\[\\`*_{}[\]<>|~$&#+\-=:./]/g, '');
      expect(bare).not.toMatch(/[<>`*_[\]|~$]|:\/\/|www\.|##\[/);
      expect(bare).not.toMatch(/&(?!(?:lt|gt|amp|#8203);)/);
      expect(bare).not.toMatch(/(?<![\p{L}\p{N}])@[\p{L}\p{N}]/u);
      expect(markdownText(text)).not.toMatch(hidden);
    }));

  it('XML: characters of XML 1.0 only, no mark-up', () =>
    holds((text) => {
      expect(xmlText(text)).not.toMatch(/[<>"']|[\u0000-\u001f\ufffe\uffff]|##\[/);
      expect(xmlText(text).isWellFormed()).toBe(true);
    }));

  it('CSV: one field, no formula', () =>
    holds((text) => {
      const field = csvField(text);
      expect(field.slice(1, -1).replaceAll('""', '')).not.toMatch(/["\r\n]/);
      expect(field).not.toMatch(/^"\s*[=+\-@＝＋－＠]/);
    }));

  it('GitHub commands: one line, no property and no command of its own', () =>
    holds((text) => {
      expect(commandMessage(text)).not.toMatch(/[\r\n]|##\[|%(?!25)/);
      expect(commandProperty(text)).not.toMatch(/[:,\r\n]/);
    }));

  it('JSON: reads back the same, well-formed', () =>
    holds((text) => {
      expect(JSON.parse(jsonText({ text }))).toEqual({ text: text.toWellFormed() });
      expect(jsonText({ text })).not.toContain('##[');
    }));

  it('URIs: ASCII only', () =>
    holds((text) => {
      expect(pathUri(text)).toMatch(/^[A-Za-z0-9\-_.~%/]+$/);
    }));
});

it.each([
  'javascript:alert(1)',
  'data:text/html,x',
  ' JaVaScRiPt:alert(1)',
  'vbscript:x',
  'file:///etc/passwd',
  'node:fs',
  '//x',
  '',
])('never makes a live link of %j', (url) => {
  expect(liveLink(url)).toBeUndefined();
  expect(markdownLink('x', url)).toBe('x');
});

it('counts columns and breaks lines as Chinese and Japanese are set', () => {
  expect(columns('日本語abc😀e\u0301')).toBe(6 + 3 + 2 + 1);
  expect(wrap('日本語の文、です。', 10)).toEqual(['日本語の', '文、です。']);
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('日', 'ab', ' ', '。', '「', '😀')),
      fc.integer({ min: 8, max: 30 }),
      (signs, width) => {
        const text = signs.join('');
        expect(wrap(text, width).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      },
    ),
  );
});
