import type { RegistryAnswer } from '../model/evidence.ts';
import type { Finding } from '../model/finding.ts';
import { asksByIdentifier, type WorkRecord } from './work-fields.ts';

/** What a notice means for a reader, by Crossref's update types; a row a type. */
const kinds: Readonly<Record<string, readonly [rule: string, words: string]>> = {
  retraction: ['retracted', 'has been retracted'],
  partial_retraction: ['retracted', 'has been retracted in part'],
  removal: ['retracted', 'has been removed by its publisher'],
  withdrawal: ['retracted', 'has been withdrawn'],
  expression_of_concern: ['expression-of-concern', 'carries an expression of concern'],
  correction: ['corrected', 'has been corrected'],
  corrigendum: ['corrected', 'has a corrigendum'],
  erratum: ['corrected', 'has an erratum'],
  clarification: ['corrected', 'has a clarification'],
  new_version: ['new-version', 'has a new version'],
};

/** A critical finding for each retraction, correction or expression of concern of the work; a newer version is worth knowing. */
export function updatesOf(registry: readonly RegistryAnswer[], record: WorkRecord | undefined): Finding[] {
  const seen = new Set<string>();
  const own = [
    ...registry
      .filter((answer) => asksByIdentifier(answer) || (record && answer.items.includes(record.item)))
      .flatMap(({ service, updates }) => updates.map((update) => ({ service, ...update }))),
    ...ofRecord(record),
  ];
  return own.flatMap(({ service, type, doi, date, label }) => {
    const notice = type.startsWith('notice-of-');
    const kind = kinds[type.replace(/^notice-of-/, '').replaceAll('-', '_')];
    if (!kind) return [];
    const [rule, words] = notice ? [`notice-of-${kind[0]}`, `is itself a notice: ${label ?? type}`] : kind;
    const key = `${rule} ${doi ?? ''}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        rule,
        severity: notice
          ? ('warning' as const)
          : rule === 'new-version'
            ? ('info' as const)
            : ('critical' as const),
        message: `The work ${words}${date ? ` (${date})` : ''}, by ${service}${doi ? `: https://doi.org/${doi}` : ''}.`,
        data: {
          service,
          type,
          ...(doi ? { doi } : {}),
          ...(date ? { date } : {}),
          ...(label ? { label } : {}),
        },
      },
    ];
  });
}

/** Notices that came with a search hit stand in the item itself. */
function ofRecord(
  record: WorkRecord | undefined,
): (RegistryAnswer['updates'][number] & { service: string })[] {
  const custom = record?.item.custom as { updates?: unknown } | undefined;
  return (Array.isArray(custom?.updates) ? custom.updates : []).flatMap((one: unknown) => {
    const update = one as Record<string, unknown> | null;
    if (typeof update?.type !== 'string') return [];
    const given = (name: string) => (typeof update[name] === 'string' ? { [name]: update[name] } : {});
    return [
      {
        service: record?.service ?? '',
        type: update.type,
        ...given('doi'),
        ...given('date'),
        ...given('label'),
      },
    ];
  });
}
