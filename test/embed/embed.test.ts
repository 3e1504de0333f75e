import { TextlintKernel } from '@textlint/kernel';
import markdownPlugin from '@textlint/textlint-plugin-markdown';
import { remark } from 'remark';
import { describe, expect, it } from 'vitest';
import refvouch from '../../src/embed/remark-lint.ts';
import rule from '../../src/embed/textlint.ts';

const text = `# 标题

正文。[^1]又一句。[^2]

[^1]: 「日米首脳会談」、外務省、2022年5月23日、https://www.mofa.go.jp/mofaj/na/na1/us/page3_003322.html?utm_source=feed（最終閲覧日2024年2月29日）。
[^2]: 王缉思：《大国战略》，中信出版社，2016年，第53页。
`;
const tracking = '?utm_source=feed';

const kernelOptions = (options: object = {}) => ({
  filePath: '/article.md',
  ext: '.md',
  plugins: [{ pluginId: 'markdown', plugin: markdownPlugin as never }],
  rules: [{ ruleId: 'refvouch', rule: rule as never, options }],
});

describe('the textlint rule', () => {
  it('reports a finding at its place', async () => {
    const { messages } = await new TextlintKernel().lintText(text, kernelOptions());
    const said = messages.find(({ message }) => message.includes('(url-tracking)'));
    expect(said).toBeDefined();
    expect(text.slice(...(said?.range ?? [0, 0]))).toContain('utm_source');
    expect(said?.loc.start.line).toBe(5);
  });

  it('fixes what is safe and leaves the rest as it is', async () => {
    const { output } = await new TextlintKernel().fixText(text, kernelOptions());
    expect(output).toBe(text.replace(tracking, ''));
  });

  it('can have a rule turned off', async () => {
    const { messages } = await new TextlintKernel().lintText(
      text,
      kernelOptions({ rules: { 'url-tracking': 'off' } }),
    );
    expect(messages.some(({ message }) => message.includes('(url-tracking)'))).toBe(false);
  });
});

describe('the remark plugin', () => {
  it('says the same as messages with place, rule and what is expected', async () => {
    const file = await remark()
      .use(refvouch)
      .process({ path: 'article.md', value: text } as never);
    const said = file.messages.find(({ ruleId }) => ruleId === 'url-tracking');
    expect(said).toMatchObject({ source: 'refvouch', line: 5 });
    const place = said?.place as { start: { offset: number }; end: { offset: number } };
    expect(text.slice(place.start.offset, place.end.offset)).toContain('utm_source');
  });

  it('takes options', async () => {
    const file = await remark()
      .use(refvouch, { rules: { '*': 'off' } })
      .process({ path: 'article.md', value: text } as never);
    expect(file.messages).toEqual([]);
  });
});
