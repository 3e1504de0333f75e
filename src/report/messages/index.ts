import type { Finding } from '../../model/finding.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Messages } from './messages.ts';
import { zh } from './zh.ts';

export type { Change, Messages, NextStep, Phrase } from './messages.ts';

export const languages = { en, zh, ja } satisfies Record<string, Messages>;
export type Language = keyof typeof languages;

type Values = Readonly<Record<string, string | number | undefined>>;

/** A sentence with its braces filled; a value that is not there leaves the braces empty. */
export const fill = (template: string, values: Values): string =>
  template.replace(/\{([A-Za-z]{1,40})\}/g, (_, name: string) => String(values[name] ?? ''));

/**
 * A finding in words of the language: by its rule where the table has it and every value it wants is there, else the
 * sentence it came with. Values are foreign: encode the answer like any other foreign text.
 */
export function sentenceOf(finding: Finding, messages: Messages): string {
  const template = Object.hasOwn(messages.rule, finding.rule) ? messages.rule[finding.rule] : undefined;
  if (!template) return finding.message;
  const values = new Map<string, string | number | undefined>([
    ...Object.entries(finding.data ?? {}),
    ['expected', finding.expected],
    ['actual', finding.actual],
  ]);
  const wanted = [...template.matchAll(/\{([A-Za-z]{1,40})\}/g)].map((match) => match[1] as string);
  if (wanted.some((name) => values.get(name) === undefined)) return finding.message;
  return template.replace(/\{([A-Za-z]{1,40})\}/g, (_, name: string) => String(values.get(name)));
}

/** A fact of the run in words of the language. */
export const factOf = (fact: { code: string; message: string }, messages: Messages): string =>
  (Object.hasOwn(messages.fact, fact.code) ? messages.fact[fact.code] : undefined) ?? fact.message;
