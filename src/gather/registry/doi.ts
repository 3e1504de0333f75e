import type { RegistryAnswer } from '../../model/evidence.ts';
import { type AskOptions, addressOf, askJson } from './ask.ts';
import { at, list, text } from './field.ts';

export interface Resolution {
  answer: RegistryAnswer;
  /** The registration agency's name as doi.org says it (`Crossref`, `ISTIC` …). */
  agency?: string;
}

/**
 * Does a DOI resolve, to where, and who registered it? The handle API is asked first, because it knows every agency;
 * response codes by the Handle.Net HTTP API: 1 found, 100 no such handle, 200 the handle has no such values.
 */
export async function resolveDoi(
  doi: string,
  nowIso: string,
  options: AskOptions,
  kind: 'DOI' | 'Handle' = 'DOI',
): Promise<Resolution> {
  const said = await askJson(
    addressOf('doi.org', ['api', 'handles', doi], {}, options),
    'application/json',
    options,
  );
  const base = { service: 'doi.org', query: `${kind} ${doi}`, items: [], updates: [], at: nowIso };
  if (said.outcome === 'unavailable') return { answer: { ...base, outcome: 'unavailable', why: said.why } };
  const code = said.outcome === 'answered' ? at(said.value, 'responseCode') : 100;
  if (code === 100) return { answer: { ...base, outcome: 'not-found' } };
  if (code !== 1 && code !== 200)
    return { answer: { ...base, outcome: 'unavailable', why: `answered with handle code ${String(code)}` } };
  const target = said.outcome === 'answered' ? targetOf(said.value) : undefined;
  const agency = kind === 'DOI' ? await agencyOf(doi, options) : undefined;
  return {
    answer: { ...base, outcome: 'found', ...(target ? { target } : {}), ...(agency ? { agency } : {}) },
    ...(agency ? { agency } : {}),
  };
}

function targetOf(value: unknown): string | undefined {
  const row = list(at(value, 'values')).find((entry) => at(entry, 'type') === 'URL');
  const url = text(at(row, 'data', 'value'));
  return url && /^https?:\/\//i.test(url) ? url : undefined;
}

async function agencyOf(doi: string, options: AskOptions): Promise<string | undefined> {
  const said = await askJson(addressOf('doi.org', ['doiRA', doi], {}, options), 'application/json', options);
  return said.outcome === 'answered' ? text(at(said.value, 0, 'RA')) : undefined;
}
