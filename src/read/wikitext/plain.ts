import { shown } from './templates.ts';

/** Templates nested deeper than any page's are not told apart, so that reading each stays linear. */
const maxDepth = 40;

/** Where each `{{` of a text is closed, in one pass; -1 where it never is. The value is the offset of `}}`. */
export function templatePairs(text: string): Int32Array {
  const pairs = new Int32Array(text.length).fill(-1);
  const open: number[] = [];
  for (let at = 0; at + 1 < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign === 123 && text.charCodeAt(at + 1) === 123) {
      open.push(at);
      at += 1;
    } else if (sign === 125 && text.charCodeAt(at + 1) === 125) {
      const start = open.pop();
      if (start !== undefined && open.length < maxDepth) pairs[start] = at;
      at += 1;
    }
  }
  return pairs;
}

export interface Parameter {
  /** Lower case; the place among the unnamed ones, from 1, where it has no name. */
  name: string;
  value: string;
  /** Offset of the value in the template's inside. */
  at: number;
}

/** A template's name and parameters, from what stands between its braces. */
export function readTemplate(inside: string): { name: string; parameters: Parameter[] } {
  const parts = splitTop(inside);
  const name = (parts[0]?.text ?? '').trim().replaceAll('_', ' ').toLowerCase();
  let unnamed = 0;
  const parameters = parts.slice(1, 400).map(({ text, at }) => {
    const equals = /^([^={}[\]<]{1,60})=/.exec(text);
    if (equals)
      return {
        name: (equals[1] as string).trim().toLowerCase(),
        value: text.slice(equals[0].length).trim(),
        at: at + equals[0].length,
      };
    unnamed += 1;
    return { name: String(unnamed), value: text.trim(), at };
  });
  return { name, parameters };
}

/** Splits at the bars that stand in no inner template or link. */
function splitTop(inside: string): { text: string; at: number }[] {
  const parts: { text: string; at: number }[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const two = inside.slice(at, at + 2);
    if (two === '{{' || two === '[[') {
      depth += 1;
      at += 1;
    } else if (two === '}}' || two === ']]') {
      depth = Math.max(0, depth - 1);
      at += 1;
    } else if (inside.charAt(at) === '|' && depth === 0) {
      parts.push({ text: inside.slice(from, at), at: from });
      from = at + 1;
    }
  }
  parts.push({ text: inside.slice(from), at: from });
  return parts;
}

/** A parameter's value as shown: links by their text, quotes and comments gone, inner templates by what they show. */
export function plainWiki(value: string, depth = 0): string {
  if (!/[[{'<&]/.test(value)) return value.replace(/\s+/g, ' ').trim();
  return withoutTemplates(value, depth)
    .replace(/<!--[\s\S]{0,4000}?-->/g, '')
    .replace(/<br\s{0,5}\/?>/gi, ' ')
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\[\[(?:[^[\]|]{1,400}\|)?([^[\]|]{0,400})\]\]/g, '$1')
    .replace(/\[(?:https?:)?\/\/\S{1,2000}\s([^\]\n]{1,400})\]/g, '$1')
    .replace(/'{2,5}/g, '')
    .replace(/&(nbsp|amp|quot|lt|gt|ndash|mdash);/g, (_, name: string) => entities[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}

const entities: Record<string, string> = {
  nbsp: ' ',
  amp: '&',
  quot: '"',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
};

function withoutTemplates(value: string, depth: number): string {
  if (!value.includes('{{')) return value;
  const pairs = templatePairs(value);
  let out = '';
  for (let at = 0; at < value.length; at += 1) {
    const close = value.startsWith('{{', at) ? (pairs[at] as number) : -1;
    if (close < 0) {
      out += value.charAt(at);
      continue;
    }
    const { name, parameters } = readTemplate(value.slice(at + 2, close));
    const place = Object.hasOwn(shown, name) ? String(shown[name]) : undefined;
    const shownValue = parameters.find((parameter) => parameter.name === place)?.value;
    if (name === '!') out += '|';
    else if (shownValue && depth < 4) out += plainWiki(shownValue, depth + 1);
    at = close + 1;
  }
  return out;
}
