import type { Citation } from '../../model/citation.ts';
import type { Context } from '../context.ts';
import { compareDates, isoOf } from '../dates.ts';
import { type Example, findingAt, type Rule } from '../rule.ts';

interface Row {
  id: string;
  reads: 'both';
  severity: Rule['severity'];
  summary: string;
  why: string;
  examples: readonly Example[];
  /** The message, where the citation is at fault. */
  fault(citation: Citation, context: Context): string | undefined;
}

const accessedOf = (citation: Citation) => isoOf(citation.item.accessed);

const rows: readonly Row[] = [
  {
    id: 'access-date-before-issue',
    severity: 'warning',
    reads: 'both',
    summary: 'A source was accessed before it was published.',
    why: 'One of the two dates is wrong, or the page was dated anew.',
    examples: [
      {
        text: '参考文献\n\n[1] 「題名」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2022年2月28日)。',
        finds: ['「題名」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2022年2月28日)'],
      },
      {
        text: '参考文献\n\n[1] 「題名」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2023年5月13日)。',
        finds: [],
      },
    ],
    fault: (citation) => {
      const [issued, accessed] = [isoOf(citation.item.issued), accessedOf(citation)];
      return issued && accessed && compareDates(accessed, issued) < 0
        ? `Accessed ${accessed}, before it was published ${issued}.`
        : undefined;
    },
  },
  {
    id: 'access-date-in-future',
    severity: 'warning',
    reads: 'both',
    summary: 'An access date lies in the future.',
    why: 'Nobody has read the page yet; it is a slip of the pen.',
    examples: [
      {
        text: '参考文献\n\n[1] 「題名」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2123年5月13日)。',
        finds: ['「題名」、朝日新聞、2023年5月13日 https://a.example/b(最終閲覧日2123年5月13日)'],
      },
    ],
    fault: (citation, { today }) => {
      const accessed = accessedOf(citation);
      return accessed && compareDates(accessed, today) > 0
        ? `Accessed ${accessed}, which is still to come.`
        : undefined;
    },
  },
  {
    id: 'access-date-after-document',
    severity: 'info',
    reads: 'both',
    summary: 'An access date lies after the document’s own date.',
    why: 'Either the note was added later or one of the dates is wrong.',
    examples: [
      {
        text: '2022-01-05\n\n正文[1]。\n\n参考文献\n\n[1] 「題名」、朝日新聞、2021年5月13日 https://a.example/b(最終閲覧日2023年5月13日)。',
        finds: ['「題名」、朝日新聞、2021年5月13日 https://a.example/b(最終閲覧日2023年5月13日)'],
      },
    ],
    fault: (citation, { documentDate }) => {
      const accessed = accessedOf(citation);
      return accessed && documentDate && compareDates(accessed, documentDate) > 0
        ? `Accessed ${accessed}, after the document’s own date ${documentDate}.`
        : undefined;
    },
  },
];

const ruleOf = ({ fault, ...row }: Row): Rule => {
  const rule: Rule = {
    ...row,
    check: (context) =>
      context.works.flatMap(({ citation }) => {
        const message = fault(citation, context);
        return message
          ? [findingAt(rule, context.source, citation.place.offset, citation.place.end, message)]
          : [];
      }),
  };
  return rule;
};

export const [accessDateBeforeIssue, accessDateInFuture, accessDateAfterDocument] = rows.map(ruleOf) as [
  Rule,
  Rule,
  Rule,
];
