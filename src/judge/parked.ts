import type { Evidence } from '../model/evidence.ts';

/** Whether the domain is for sale, parked with advertisements, or answers with its server's default page. */
export function parkedWhy(evidence: Evidence): string | undefined {
  const page = evidence.page;
  if (!page || page.textLength > 4000) return undefined;
  const signs = new Set(page.signs);
  if (signs.has('head:parked')) return 'its title or heading offers the domain for sale';
  if (signs.has('script:parking')) return 'it loads the scripts of a parking service';
  if (signs.has('text:parked')) return 'its short text offers the domain for sale';
  if (signs.has('head:default-page')) return 'it is the default page of a web server or a host';
  return undefined;
}
