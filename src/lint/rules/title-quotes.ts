import type { Context } from '../context.ts';
import { againstHabit, type Use } from '../habit.ts';
import { list, type Rule } from '../rule.ts';
import { conventionOf, titleSpan } from '../script.ts';

const closes: Record<string, string> = {
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '"': '"',
  '‘': '’',
  "'": "'",
  '«': '»',
};
/** Kinds whose titles are quoted or not by the style; books, laws and cases have marks of their own. */
const quoted = new Set([
  'article-journal',
  'article-newspaper',
  'article-magazine',
  'chapter',
  'paper-conference',
  'webpage',
  'post',
  'post-weblog',
]);
const name = (form: string): string =>
  form === 'none' ? 'no quotation marks' : `${form}${closes[form] ?? ''}`;

function uses({ source, works }: Context): Use[] {
  return works.flatMap(({ citation, note }) => {
    const span = quoted.has(citation.item.type) ? titleSpan(source, citation) : undefined;
    if (!span) return [];
    // A title may begin with a quotation of its own: the sign in front of it counts, or its own first one.
    const before = source.text.slice(Math.max(citation.place.offset, span.start - 2), span.start).trimEnd();
    const sign = closes[before.slice(-1)] ? before.slice(-1) : '';
    const own = closes[source.text.charAt(span.start)] ? source.text.charAt(span.start) : '';
    return [
      { ...span, form: sign || own || 'none', group: conventionOf(source, citation), label: note.label },
    ];
  });
}

export const titleQuotes: Rule = {
  id: 'title-quotes',
  severity: 'info',
  summary: 'A title is quoted otherwise than its siblings of the same language.',
  why: 'Readers tell an article’s title from its container by its marks: one way for all of a language. Books and reports, which stand without quotation marks in most styles, are left out.',
  examples: [
    list(
      '[1] 《美国决定建立海军濒海战斗团》，新华网，2023年1月11日。 https://a.example/1\n[2] 《日本政府预测经济增长》，新华网，2023年1月12日。 https://a.example/2\n[3] 共和党初选特朗普再下一城，新华网，2024年2月25日。 https://a.example/3\n[4] 《菅义伟与拜登举行首脑会谈》，新华网，2021年4月17日。 https://a.example/4',
      ['共和党初选特朗普再下一城'],
    ),
    list(
      '[1] 《美国决定建立海军濒海战斗团》，新华网，2023年1月11日。 https://a.example/5\n[2] 《日本政府预测经济增长》，新华网，2023年1月12日。 https://a.example/6\n[3] 《共和党初选特朗普再下一城》，新华网，2024年2月25日。 https://a.example/7\n[4] 《菅义伟与拜登举行首脑会谈》，新华网，2021年4月17日。 https://a.example/8',
    ),
  ],
  check: (context) =>
    againstHabit(titleQuotes, context, uses(context), {
      name,
      say: (use, habit) => `The title has ${name(use.form)}, its siblings have ${name(habit)}.`,
      mixed: (ways) => `Titles are quoted in several ways: ${ways}.`,
    }),
};
