import { oneLine } from './latex.ts';

/** Foreign text as the value of a RIS tag: one line, so that no line of it can be taken for a tag or an end. */
export const risText = (text: string): string => oneLine(text);

/** A keyword: one a tag, so commas stay within it. */
export const risKeywords = (text: string): string[] =>
  text
    .split(/[,;，；、]/)
    .map((word) => risText(word))
    .filter(Boolean);
