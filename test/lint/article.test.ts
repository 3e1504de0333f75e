import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { shareOut } from '../../src/lint/index.ts';
import type { Finding } from '../../src/model/finding.ts';
import { evaluationData } from '../evaluation-data.ts';
import { linted } from './linted.ts';

const article = evaluationData('seed', 'article.txt');
const gold = evaluationData('seed', 'gold.json');

/** Every finding of the article by rule: the notes it stands in, `text` for the body and the markers. Nothing else is found. */
const expected: Record<string, string> = {
  'access-date-missing': '1 5 8 10 18 21 26 28 34',
  'access-phrase-language': '1 30',
  'apostrophe-form': '9',
  'author-initial': '17',
  'author-order': '17 17 22',
  'body-year-conflict': 'text',
  'cjk-spacing': '13 27 27 27 27',
  'closing-stop': '5 8 10 21 26 28 31',
  'comma-spacing': '9 10',
  'date-format': '13 34',
  'date-url-mismatch': '26',
  'doi-form': '34',
  'doi-trailing-stop': '34',
  'duplicate-citation': '33',
  'duplicate-other-locator': '22',
  'government-path': '1 10 18',
  'malformed-marker': '33',
  'marker-placement': 'text text text',
  'marker-spacing': 'text 1 3 14 19 31 33',
  'missing-container': '5 21',
  'missing-issue': '13',
  'missing-pages': '34',
  'missing-place': '17',
  'missing-volume': '17 34',
  'name-variants': '17 17',
  'no-break-space': '9 13 17 18 31 31 32',
  'no-link': '9 13 17 17 17 22 22 23 24 27 32',
  'page-words': '9 19',
  'pinpoint-missing': '9 13 17 17 22 22 23 27 32',
  'punctuation-width': '2 8 31',
  'quote-comma': '5 17',
  'quote-nesting': '1 3 6 7 12 29 29 31 33',
  'range-dash': '9 32',
  'same-title-other-work': '15',
  'stray-space': 'text 6',
  'title-quotes': '1 11',
  'unbalanced-brackets': '1',
  'unbalanced-quotes': 'text 29',
  'url-glued': '6 13 15 31 34',
  'url-insecure': '28',
  'url-page-parameter': '29',
  'url-text-fragment': '2',
  'url-touching-bracket': '1 2 3 4 6 7 11 12 14 15 15 16 19 20 22 25 29 29 30 31 31 33 33 33',
  'url-trailing-stop': '1 8 10 18 21',
  'volume-issue-form': '13',
};

/** The rules that find each kind of mechanical fault a person noted down. */
const kinds: Record<string, string> = {
  MALFORMED_NOTE_MARKER: 'malformed-marker',
  NOTE_URL_GLUED_TO_NEXT_CITATION: 'url-glued',
  URL_GLUED_TO_PRECEDING_DATE: 'url-glued',
  URL_GLUED_TO_PRECEDING_STOP: 'url-glued',
  URL_TRAILING_PUNCT_ASCII: 'url-trailing-stop',
  URL_TRAILING_PUNCT_FULLWIDTH: 'url-trailing-stop',
  DOI_TRAILING_PUNCT: 'doi-trailing-stop',
  URL_GLUED_TO_ACCESS_NOTE: 'url-touching-bracket',
  UNBALANCED_BRACKET: 'unbalanced-brackets',
  UNBALANCED_QUOTE: 'unbalanced-quotes',
  MISSING_ACCESS_DATE: 'access-date-missing',
  MISSING_URL_OR_DOI: 'no-link',
  MISSING_CONTAINER_OR_PUBLISHER: 'missing-container',
  MISSING_ISSUE_NUMBER: 'missing-issue',
  MISSING_VOLUME_PAGES: 'missing-volume',
  MISSING_VOLUME: 'missing-volume',
  MISSING_PLACE: 'missing-place',
  NO_PINPOINT_PAGE: 'pinpoint-missing',
  DUPLICATE_CITATION: 'duplicate-citation',
  DUPLICATE_SOURCE_DIFFERENT_PAGE: 'duplicate-other-locator',
  SAME_TITLE_DIFFERENT_SOURCE: 'same-title-other-work',
  BODY_NOTE_DATE_GAP: 'body-year-conflict',
  MARKER_PLACEMENT_INCONSISTENT: 'marker-placement',
  STRAY_SPACE_AFTER_MARKER: 'marker-spacing',
  STRAY_SPACE_IN_TITLE: 'stray-space cjk-spacing',
  STRAY_SPACE: 'stray-space cjk-spacing',
  DATE_FORMAT_INCONSISTENT: 'date-format',
  MISSING_SPACE: 'comma-spacing cjk-spacing',
  VOLUME_ISSUE_FORMAT_INCONSISTENT: 'volume-issue-form',
  AUTHOR_NAME_ORDER_INCONSISTENT: 'author-order',
  AUTHOR_INITIAL_NO_STOP: 'author-initial',
  TITLE_QUOTING_INCONSISTENT: 'title-quotes',
  COMMA_QUOTE_ORDER_INCONSISTENT: 'quote-comma',
  PUNCT_WIDTH_MIX: 'punctuation-width',
  CLOSING_PUNCT_INCONSISTENT: 'closing-stop',
  DATE_CLOSING_PUNCT_INCONSISTENT: 'punctuation-width',
  PAGE_LABEL_INCONSISTENT: 'page-words',
  DASH_INCONSISTENT: 'name-variants',
  APOSTROPHE_INCONSISTENT: 'apostrophe-form',
  NESTED_QUOTE_STYLE: 'quote-nesting',
  ACCESS_NOTE_LANGUAGE: 'access-phrase-language',
  MARKER_SPACING_INCONSISTENT: 'marker-spacing',
  NBSP: 'no-break-space',
  URL_TEXT_FRAGMENT: 'url-text-fragment',
  URL_PAGE_PARAM: 'url-page-parameter',
  URL_INSECURE_SCHEME: 'url-insecure',
  DATE_URL_MISMATCH: 'date-url-mismatch',
  ARCHIVED_HOST_RISK: 'government-path',
};
/** Faults of wording and of the argument, which no rule over signs can see. */
const forPersons =
  'BODY_NOTE_DATE_MISMATCH BODY_NOTE_TERM_MISMATCH BODY_QUOTE_VS_SOURCE BODY_TERM_INCONSISTENT RELATIVE_DATE_IN_BODY MISSPELLING REDUNDANT_WORDING SUSPECT_TITLE_SPELLING SUSPECT_DATE';

describe.skipIf(!article)('the article (optional evaluation data)', () => {
  it('is found to have just these faults, each at its place', async () => {
    const { notes, findings } = await linted(readFileSync(article as string, 'utf8'), 'article.txt');
    const { byNote, rest } = shareOut(notes, findings);
    const places = new Map(rest.map((finding) => [finding, 'text']));
    for (const [{ label }, own] of byNote) for (const finding of own) places.set(finding, label);
    const where = (finding: Finding) => places.get(finding);
    const found: Record<string, string> = {};
    for (const finding of findings)
      found[finding.rule] = [found[finding.rule], where(finding)].filter(Boolean).join(' ');
    expect(found).toEqual(expected);
  });

  it.skipIf(!gold)('has every mechanical fault that a person noted down found in one of its notes', () => {
    const { defects } = JSON.parse(readFileSync(gold as string, 'utf8')) as {
      defects: { code: string; where: string }[];
    };
    const missed = defects.filter(({ code, where }) => {
      const rules = (kinds[code] ?? '').split(' ').filter(Boolean);
      if (rules.length === 0) return !forPersons.split(' ').includes(code);
      const places = rules.flatMap((rule) => expected[rule]?.split(' ') ?? []);
      const named = where.includes('note') && !where.startsWith('body') ? labelsIn(where) : [];
      return places.length === 0 || (named.length > 0 && !named.some((label) => places.includes(label)));
    });
    expect(missed).toEqual([]);
  });
});

/** Note numbers in a description of a place: `notes 1(2nd), 8, 10-12 vs 17`; ordinals are none. */
function labelsIn(where: string): string[] {
  return (
    where
      .replace(/\([^)]{0,40}\)/g, ' ')
      .replace(/(\d+)-(\d+)/g, (_, first: string, last: string) =>
        Array.from({ length: Number(last) - Number(first) + 1 }, (__, at) => Number(first) + at).join(' '),
      )
      .match(/\d+/g) ?? []
  );
}
