import type { Citation } from '../../model/citation.ts';
import type { RegistryAnswer } from '../../model/evidence.ts';
import type { Item } from '../../model/item.ts';
import type { Clock, Visit } from '../ports.ts';
import type { AnswerMemory } from './answers.ts';
import type { AskOptions } from './ask.ts';
import { contentsOf } from './contents.ts';
import { resolveDoi } from './doi.ts';
import { lookUp, lookups } from './identifiers.ts';
import { type Identifier, identifiersOf } from './identifiers-of.ts';
import { landingAnswer } from './landing.ts';
import { describeDoi } from './metadata.ts';
import { searchWorks } from './search.ts';
import { wantedOf } from './wanted.ts';

/** Says whether a candidate is surely the cited work, so that no further index need be asked. */
export type IsSure = (item: Item, candidate: Record<string, unknown>) => boolean;

export interface IdentifyOptions extends Omit<AskOptions, 'signal'> {
  clock: Clock;
  sure: IsSure;
  /** Visits the page a DOI leads to, where its agency gives no metadata. */
  visit?: Visit;
  /** Answers of earlier runs, asked again only when they are due. */
  memory?: AnswerMemory;
}

/** What registries and indexes say of a work; an empty list where nothing could be asked for it. Never throws. */
export type Identify = (citation: Citation, signal?: AbortSignal) => Promise<RegistryAnswer[]>;

/** Work types that registries and indexes hold, so that asking makes sense even where a link is printed. */
const scholarly = new Set<Item['type']>([
  'article-journal',
  'paper-conference',
  'chapter',
  'book',
  'thesis',
  'review',
  'review-book',
  'dataset',
  'report',
]);

/** Identifiers first, each at its own registry; a bibliographic search where none of them leads to a record. */
export function createIdentify(options: IdentifyOptions): Identify {
  return async (citation, signal) => {
    const ask: AskOptions = { ...options, ...(signal ? { signal } : {}) };
    const answers: RegistryAnswer[] = [];
    for (const identifier of identifiersOf(citation))
      answers.push(...(await remembered(identifier, options, ask, signal)));
    if (answers.some(({ items }) => items.length > 0)) return answers;
    const wanted = wantedOf(citation.item);
    const worthwhile = citation.urls.length === 0 || scholarly.has(citation.item.type) || answers.length > 0;
    if (wanted && worthwhile && citation.backref === undefined) {
      const sure = (candidate: Record<string, unknown>) => options.sure(citation.item, candidate);
      const key = `search ${JSON.stringify(wanted)}`;
      const found = await recall(key, options, signal, async () => {
        const now = nowOf(options);
        const searched = await searchWorks(wanted, sure, now, ask);
        if (searched.some(({ items }) => items.some(sure))) return searched;
        return [...searched, ...(await contentsOf(wanted, searched, now, ask))];
      });
      answers.push(...found);
    }
    return answers;
  };
}

const nowOf = ({ clock }: IdentifyOptions): string => new Date(clock.now()).toISOString();

const remembered = (
  identifier: Identifier,
  options: IdentifyOptions,
  ask: AskOptions,
  signal: AbortSignal | undefined,
): Promise<RegistryAnswer[]> =>
  recall(`${identifier.kind} ${identifier.value}`, options, signal, () =>
    askFor(identifier, nowOf(options), ask, options.visit),
  );

async function recall(
  key: string,
  { memory, clock }: IdentifyOptions,
  signal: AbortSignal | undefined,
  ask: () => Promise<RegistryAnswer[]>,
): Promise<RegistryAnswer[]> {
  const known = memory?.recall(key, clock.now());
  if (known) return known;
  const answers = await ask();
  const settled = answers.every(({ outcome }) => outcome !== 'unavailable');
  if (settled && answers.length > 0 && signal?.aborted !== true) await memory?.keep(key, answers);
  return answers;
}

async function askFor(
  { kind, value, sound }: Identifier,
  now: string,
  ask: AskOptions,
  visit: Visit | undefined,
): Promise<RegistryAnswer[]> {
  const plain = (
    outcome: RegistryAnswer['outcome'],
    service: string,
    why: string,
    target?: string,
  ): RegistryAnswer[] => [
    {
      service,
      query: `${kind} ${value}`,
      outcome,
      why,
      ...(target ? { target } : {}),
      items: [],
      updates: [],
      at: now,
    },
  ];
  if (!sound) return plain('unparsable', 'check-digit', `the check digit of this ${kind} does not fit`);
  if (kind === 'DOI') return aboutDoi(value, now, ask, visit);
  if (kind === 'Handle') return [(await resolveDoi(value, now, ask, 'Handle')).answer];
  if (kind === 'ISSN') return [];
  if (kind === 'URN') return plain('not-covered', 'urn', 'no resolver of this URN is asked');
  return kind in lookups ? [await lookUp(kind, value, now, ask)] : [];
}

async function aboutDoi(
  doi: string,
  now: string,
  ask: AskOptions,
  visit: Visit | undefined,
): Promise<RegistryAnswer[]> {
  const { answer, agency } = await resolveDoi(doi, now, ask);
  if (answer.outcome === 'not-found') return [answer];
  // Where the resolver is in trouble, the largest agency may still know the work.
  const described = await describeDoi(doi, answer.outcome === 'found' ? agency : 'Crossref', now, ask);
  const answers = [answer, ...described];
  const undescribed =
    described.at(-1)?.outcome === 'not-covered' && described.every(({ items }) => items.length === 0);
  if (!undescribed || !visit || !answer.target) return answers;
  return [...answers, landingAnswer(doi, await visit(answer.target, 'probe', ask.signal), now)];
}
