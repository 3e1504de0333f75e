import type { Evidence, RegistryAnswer } from '../../model/evidence.ts';
import { compact, dateParts } from './field.ts';

/** Titles a publisher puts there for machines; any other may be of a wall or a form. */
const forMachines = ['citation_title', 'dc.title'];

/**
 * What the page a DOI leads to says of the work, where its agency has no metadata to give. Only a page that names the work
 * for machines is taken; a wall or an error says nothing of the work.
 */
export function landingAnswer(doi: string, seen: Evidence, nowIso: string): RegistryAnswer {
  const base = {
    service: 'landing page',
    query: `metadata of DOI ${doi} (landing page)`,
    items: [],
    updates: [],
    at: nowIso,
    ...(seen.finalUrl ? { target: seen.finalUrl } : {}),
  };
  if (seen.status === undefined || seen.status < 200 || seen.status >= 300)
    return {
      ...base,
      outcome: 'unavailable',
      why: seen.failure?.message ?? `answered with status ${seen.status}`,
    };
  const title = forMachines
    .map((origin) => seen.titles.find((candidate) => candidate.origin === origin)?.text)
    .find(Boolean);
  if (!title) return { ...base, outcome: 'not-covered', why: 'the page names no title for machines' };
  const item = compact({
    type: 'document',
    title,
    author: (seen.page?.authors ?? []).map((literal) => ({ literal })),
    issued: dateParts(seen.page?.dates.find(({ role }) => role === 'published')?.date),
    language: seen.page?.languageFrom === 'declared' ? seen.page.language : undefined,
    DOI: doi,
  });
  return { ...base, outcome: 'found', items: [item] };
}
