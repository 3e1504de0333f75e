import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/fix/plan.ts';
import { replaceUrls } from '../../src/fix/replace-urls.ts';
import { processorMs } from '../processor-time.ts';
import { bytesOf, fixed, textOf } from './fixed.ts';

const from = 'http://a.example/b?x=1&y=2';
const to = 'https://b.example/c';
const replaced = (text: string, format: Parameters<typeof replaceUrls>[1] = 'text', target = to) =>
  applyEdits(text, replaceUrls(text, format, [{ from, to: target }]));

describe('replaceUrls', () => {
  it.each([
    ['text', `See ${from}.`, `See ${to}.`],
    ['text', `见${from}，又`, `见${to}，又`],
    ['text', `${from}&z=3 ${from}/d ${from}3`, `${from}&z=3 ${from}/d ${from}3`],
    ['text', `https://web.archive.org/web/2020/${from}`, `https://web.archive.org/web/2020/${from}`],
    ['markdown', `[a](${from}) <${from}>`, `[a](${to}) <${to}>`],
    ['html', '<a href="http://a.example/b?x=1&amp;y=2">x</a>', `<a href="${to}">x</a>`],
    [
      'html',
      "<a href='http://a.example/b?x=1&amp;y=2'>http://a.example/b?x=1&amp;y=2&quot;",
      `<a href='${to}'>${to}&quot;`,
    ],
    ['bibtex', `url = {${from}},`, `url = {${to}},`],
  ] as const)('in %s: %s', (format, before, after) => {
    expect(replaced(before, format)).toBe(after);
  });

  it.each([
    ['html', '"><script>alert(1)</script>', `<a href="${from.replace('&', '&amp;')}">`],
    ['bibtex', '}}@book{x,', `url = {${from}},`],
    ['markdown', ')[x](javascript:alert(1)', `[a](${from})`],
  ] as const)('lets no address break out of %s', (format, attack, document) => {
    const evil = `https://b.example/${attack.replaceAll(' ', '')}`;
    const after = replaced(document, format, evil);
    expect(after).not.toContain(attack);
    if (format === 'bibtex') expect(after.split('{').length).toBe(after.split('}').length);
  });

  it.each(['javascript:alert(1)', 'https://b.example/a b', 'file:///etc/passwd', 'https://b.example/\u202e'])(
    'does not put in %j',
    (evil) => {
      expect(replaced(`See ${from}.`, 'text', evil)).toBe(`See ${from}.`);
    },
  );

  it('is linear in a text full of beginnings', () => {
    const text = 'http://a.example/b?x='.repeat(50_000);
    const start = processorMs();
    expect(replaced(text)).toBe(text);
    expect(processorMs() - start).toBeLessThan(2000);
  });

  it('reaches the document through fix', async () => {
    const note = `A.[^1]\n\n[^1]: Ann Bee, “A Title,” The Daily, 3 May 2020, [here](${from}).\n`;
    const { bytes } = await fixed('a.md', bytesOf(note), [{ from, to }]);
    expect(textOf(bytes)).toBe(note.replace(from, to));
  });
});
