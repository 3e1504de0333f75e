import { findingAt, type Rule } from '../rule.ts';

/** Paths that are emptied when an office changes hands, and where they are kept afterwards. */
const atRisk: readonly { pattern: RegExp; kept: string }[] = [
  {
    pattern:
      /^https?:\/\/(?:www\.)?whitehouse\.gov\/(?:briefing-room|wp-content|administration|blog|the-press-office|articles|presidential-actions)\//,
    kept: 'bidenwhitehouse.archives.gov, trumpwhitehouse.archives.gov or obamawhitehouse.archives.gov',
  },
  {
    pattern: /^https?:\/\/(?:www\.)?state\.gov\/(?:secretary|r|p|s)\//,
    kept: '2009-2017.state.gov or 2017-2021.state.gov',
  },
  {
    pattern: /^https?:\/\/(?:www\.)?(?:number10|pmo)\.gov\.uk\//,
    kept: 'webarchive.nationalarchives.gov.uk',
  },
];

export const governmentPath: Rule = {
  id: 'government-path',
  severity: 'info',
  reads: 'both',
  summary: 'A government page stands under a path that a change of administration empties.',
  why: 'Such pages move or go within days of an election. Cite an archived copy beside the link.',
  examples: [
    {
      text: 'References\n\n[1] “A Fact Sheet,” White House, May 23, 2022, https://www.whitehouse.gov/briefing-room/x/',
      finds: ['https://www.whitehouse.gov/briefing-room/x/'],
    },
    { text: 'References\n\n[1] “A Page,” White House, https://www.whitehouse.gov/about/', finds: [] },
  ],
  check: ({ source, urls }) =>
    urls.flatMap(({ start, end, url }) => {
      const row = atRisk.find(({ pattern }) => pattern.test(url));
      return row
        ? [
            findingAt(
              governmentPath,
              source,
              start,
              end,
              `A change of administration empties this path; look for a copy at ${row.kept}.`,
              { data: { url, kept: row.kept } },
            ),
          ]
        : [];
    }),
};
