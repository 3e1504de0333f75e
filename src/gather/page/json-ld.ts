/** What pages say of themselves in schema.org's JSON-LD. */
export interface LinkedData {
  headlines: string[];
  authors: string[];
  published: string[];
  modified: string[];
  siteName?: string;
  /** False where an article says it is not free to read. */
  free?: boolean;
}

const articles =
  /Article|Report|BlogPosting|WebPage|NewsArticle|Book|CreativeWork|Thesis|Publication|Chapter|Review|Dataset|VideoObject/;

/** Reads the blocks by an explicit stack, capped in nodes; what is not JSON is passed over. */
export function readJsonLd(blocks: readonly string[]): LinkedData {
  const found: LinkedData = { headlines: [], authors: [], published: [], modified: [] };
  let budget = 5000;
  for (const block of blocks) {
    const open: unknown[] = [parse(block)];
    while (open.length > 0 && budget > 0) {
      budget -= 1;
      const node = open.pop();
      if (Array.isArray(node)) open.push(...node.slice(0, 200));
      else if (typeof node === 'object' && node !== null) {
        take(node as Record<string, unknown>, found);
        for (const key of ['@graph', 'hasPart', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
          if (Object.hasOwn(node, key)) open.push((node as Record<string, unknown>)[key]);
      }
    }
  }
  return found;
}

function parse(block: string): unknown {
  const text = block
    .replace(/^\s*<!--|-->\s*$/g, '')
    .replace(/^\s*\/\*.{0,40}\*\/|^\s*\/\/<!\[CDATA\[|\/\/\]\]>\s*$/g, '')
    .trim();
  try {
    return JSON.parse(text);
  } catch {
    try {
      // Raw line breaks inside strings are the commonest mistake.
      return JSON.parse(text.replace(/[\u0000-\u001f]+/g, ' '));
    } catch {
      return undefined;
    }
  }
}

function take(node: Record<string, unknown>, found: LinkedData): void {
  const type = [node['@type']].flat().join(' ');
  // A part that is not free makes the whole not free (Google, "paywalled content").
  if (typeof node.cssSelector === 'string' && /^false$/i.test(String(node.isAccessibleForFree)))
    found.free = false;
  if (articles.test(type)) {
    for (const value of [node.headline, /WebPage/.test(type) ? undefined : node.name])
      if (typeof value === 'string' && value.trim()) found.headlines.push(value.trim().slice(0, 1000));
    if (!/WebPage$/.test(type) || node.author) found.authors.push(...namesOf(node.author));
    if (typeof node.datePublished === 'string') found.published.push(node.datePublished);
    if (typeof node.dateModified === 'string') found.modified.push(node.dateModified);
    if (node.isAccessibleForFree === false || /^false$/i.test(String(node.isAccessibleForFree ?? '')))
      found.free = false;
    const publisher = namesOf(node.publisher)[0];
    if (publisher) found.siteName ??= publisher;
  } else if (/WebSite/.test(type) && typeof node.name === 'string') found.siteName ??= node.name;
}

function namesOf(value: unknown): string[] {
  return [value]
    .flat(2)
    .slice(0, 30)
    .flatMap((one) => {
      const name =
        typeof one === 'string'
          ? one
          : typeof one === 'object' && one !== null
            ? (one as { name?: unknown }).name
            : undefined;
      return [name]
        .flat()
        .flatMap((text) =>
          typeof text === 'string' && text.trim() && !/^https?:/.test(text)
            ? [text.trim().slice(0, 200)]
            : [],
        );
    });
}
