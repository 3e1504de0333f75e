import type { RegistryAnswer } from '../../model/evidence.ts';
import { type AskOptions, addressOf, askJson, cslJson, type Said } from './ask.ts';
import { crossrefItem, crossrefUpdates } from './crossref.ts';
import { dataciteItem } from './datacite.ts';
import { at, record } from './field.ts';
import { jalcItem } from './jalc.ts';
import type { ServiceName } from './services.ts';

interface Agency {
  service: ServiceName;
  segments(doi: string): string[];
  accept: string;
  item(value: unknown): Record<string, unknown> | undefined;
  updates?(value: unknown): RegistryAnswer['updates'];
}

/**
 * Where each registration agency's metadata is asked, by the name doi.org's doiRA gives it. An agency without a row
 * (ISTIC, CNKI, Airiti, mEDRA, KISTI, OP …) has no open API of its own that is stable: content negotiation at doi.org is tried,
 * and where that gives nothing the landing page is what is left.
 */
const agencies: Record<string, Agency> = {
  Crossref: {
    service: 'crossref',
    segments: (doi) => ['works', doi],
    accept: 'application/json',
    item: (value) => crossrefItem(at(value, 'message')),
    updates: (value) => crossrefUpdates(at(value, 'message')),
  },
  DataCite: {
    service: 'datacite',
    segments: (doi) => ['dois', doi],
    accept: 'application/vnd.api+json',
    item: (value) => dataciteItem(at(value, 'data', 'attributes')),
  },
  JaLC: {
    service: 'jalc',
    segments: (doi) => ['dois', doi],
    accept: 'application/json',
    item: (value) => jalcItem(at(value, 'data')),
  },
};

const negotiated: Agency = {
  service: 'doi.org',
  segments: (doi) => [doi],
  accept: cslJson,
  item: (value) => record(value),
};

/** Metadata of a DOI that resolves, from its agency, else by content negotiation. Not found here is no error. */
export async function describeDoi(
  doi: string,
  agency: string | undefined,
  nowIso: string,
  options: AskOptions,
): Promise<RegistryAnswer[]> {
  const own = agency === undefined ? undefined : agencies[agency];
  const answers: RegistryAnswer[] = [];
  for (const row of own ? [own, negotiated] : [negotiated]) {
    const answer = answerOf(
      row,
      doi,
      agency,
      nowIso,
      await askJson(addressOf(row.service, row.segments(doi), {}, options), row.accept, options),
    );
    answers.push(answer);
    if (answer.outcome === 'found') break;
  }
  return answers;
}

function answerOf(
  row: Agency,
  doi: string,
  agency: string | undefined,
  at: string,
  said: Said<unknown>,
): RegistryAnswer {
  const how = row === negotiated ? ' (content negotiation)' : '';
  const base = {
    service: row.service,
    query: `metadata of DOI ${doi}${how}`,
    items: [],
    updates: [],
    at,
    ...(agency ? { agency } : {}),
  };
  // A landing page in answer to content negotiation says that the agency gives no metadata that way.
  if (said.outcome === 'unavailable')
    return row === negotiated && said.why.includes('page instead of JSON')
      ? { ...base, outcome: 'not-covered', why: 'the agency gives no metadata by content negotiation' }
      : { ...base, outcome: 'unavailable', why: said.why };
  if (said.outcome === 'not-found')
    return { ...base, outcome: row === negotiated ? 'not-covered' : 'not-found' };
  const item = row.item(said.value);
  if (!item || typeof item.title === 'undefined')
    return { ...base, outcome: 'unparsable', why: 'the answer names no title' };
  return { ...base, outcome: 'found', items: [item], updates: row.updates?.(said.value) ?? [] };
}
