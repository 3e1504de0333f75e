/** One link of an `application/link-format` body (RFC 6690, used for TimeMaps by RFC 7089). */
export interface FormatLink {
  target: string;
  rel: string[];
  datetime?: string;
}

/** Reads link-format by one linear scan; what is malformed is passed over to the next `<`. */
export function readLinkFormat(text: string, most = 20_000): FormatLink[] {
  const links: FormatLink[] = [];
  let at = text.indexOf('<');
  while (at !== -1 && links.length < most) {
    const close = text.indexOf('>', at);
    if (close === -1) break;
    const target = text.slice(at + 1, close);
    const { attributes, end } = readAttributes(text, close + 1);
    const datetime = attributes.get('datetime');
    links.push({
      target,
      rel: (attributes.get('rel') ?? '').split(/\s+/).filter(Boolean),
      ...(datetime ? { datetime } : {}),
    });
    at = text.indexOf('<', end);
  }
  return links;
}

function readAttributes(text: string, start: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  // Sticky, so that each attribute is matched where the last one ended and nothing is scanned twice.
  const attribute = /\s*;\s*([\w*-]{1,40})\s*=\s*(?:"([^"]{0,2000})"|([^\s;,"<>]{1,2000}))/y;
  attribute.lastIndex = start;
  let end = start;
  for (let match = attribute.exec(text); match; match = attribute.exec(text)) {
    attributes.set((match[1] as string).toLowerCase(), match[2] ?? match[3] ?? '');
    end = attribute.lastIndex;
  }
  return { attributes, end };
}
