import type { PageFacts } from '../../model/evidence.ts';

const flat = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u200b\u00ad]+/g, ' ')
    .trim();

/**
 * Whether a page has what its URL's fragment names: text by the Text Fragments specification
 * (`prefix-,start,end,-suffix`, https://wicg.github.io/scroll-to-text-fragment/), else an element's id or anchor's name.
 */
export function checkFragment(
  fragment: string,
  text: string,
  ids: ReadonlySet<string>,
): PageFacts['fragment'] {
  const directive = fragment.indexOf(':~:');
  if (directive === -1) {
    const id = decode(fragment);
    if (id === '' || id === 'top' || /^[!/]/.test(id) || id.includes('=')) return undefined;
    return { kind: 'id', wanted: id.slice(0, 300), found: ids.has(id) || ids.has(fragment) };
  }
  const page = flat(text);
  const parts = fragment
    .slice(directive + 3)
    .split('&')
    .filter((part) => part.startsWith('text='));
  const first = parts[0];
  if (!first) return undefined;
  const wanted = decode(first.slice(5)).slice(0, 300);
  return { kind: 'text', wanted, found: parts.every((part) => hasText(page, part.slice(5))) };
}

function hasText(page: string, directive: string): boolean {
  const terms = directive.split(',');
  const prefix = terms[0]?.endsWith('-') ? flat(decode((terms.shift() as string).slice(0, -1))) : '';
  const suffix = terms.at(-1)?.startsWith('-') ? flat(decode((terms.pop() as string).slice(1))) : '';
  const [start, end] = terms.map((term) => flat(decode(term)));
  if (!start) return false;
  for (let at = page.indexOf(start); at !== -1; at = page.indexOf(start, at + 1)) {
    if (prefix && !page.slice(0, at).trimEnd().endsWith(prefix)) continue;
    const last = end ? page.indexOf(end, at + start.length) : at;
    if (last === -1) return false;
    const after = last + (end ?? start).length;
    if (!suffix || page.slice(after).trimStart().startsWith(suffix)) return true;
  }
  return false;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
