import type { Citation } from '../model/citation.ts';
import type { RegistryAnswer } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import type { Identity, Status, Verdict } from '../model/verdict.ts';
import { bestRecord, compareWork } from './work-fields.ts';
import { missingWork, unknownDoi } from './work-missing.ts';
import { updatesOf } from './work-updates.ts';

export interface JudgedWork {
  status: Status;
  identity?: Identity;
  findings: Finding[];
  suggestion?: Verdict['suggestion'];
}

/** What registries and indexes said of the work, against the citation. */
export function judgeWork(citation: Citation, registry: readonly RegistryAnswer[]): JudgedWork {
  if (registry.length === 0) return { status: 'unchecked', findings: [] };
  const record = bestRecord(citation, registry);
  const updates = updatesOf(registry, record);
  if (!record) {
    const missing = missingWork(citation, registry);
    return { ...missing, findings: [...updates, ...missing.findings] };
  }
  const { identity, fields } = compareWork(citation, record);
  const sure = identity.is === 'match' || identity.is === 'probable';
  const doi = record.item.DOI;
  return {
    status: sure ? 'verified' : record.byIdentifier ? 'mismatched' : 'unchecked',
    identity,
    findings: [...updates, ...unknownDoi(citation, registry), ...fields],
    ...(sure && typeof doi === 'string' && mayTake(citation, registry)
      ? { suggestion: { url: `https://doi.org/${doi}`, why: `the work’s DOI, by ${record.service}` } }
      : {}),
  };
}

/** A DOI is proposed where the citation leads nowhere: it has no address, or one the resolver does not know. */
const mayTake = (citation: Citation, registry: readonly RegistryAnswer[]): boolean =>
  unknownDoi(citation, registry).length > 0 || (!citation.item.DOI && citation.urls.length === 0);
