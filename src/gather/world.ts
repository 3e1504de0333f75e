import type { Run } from '../model/report.ts';
import { recordedClock, systemClock } from './clock.ts';
import { createAgent } from './connector.ts';
import { createExchange } from './exchange.ts';
import { type FetchPort, undiciPort } from './fetch-port.ts';
import { createGuard } from './guard.ts';
import { type AnswerLedger, openAnswers } from './ledger-answers.ts';
import { createArchive, type FindCopies, type JudgePage } from './memento/archive.ts';
import { createSaver } from './memento/saver.ts';
import { createOnce } from './once.ts';
import { readPage } from './page/index.ts';
import { Politeness, type PolitenessOptions } from './politeness.ts';
import type { Clock, Exchange, Visit } from './ports.ts';
import { type Keeping, openKeeping } from './recording/keep.ts';
import { openReplay, type Replay } from './recording/replay.ts';
import { ServiceHealth } from './registry/health.ts';
import { createIdentify, type Identify } from './registry/identify.ts';
import { type ServiceName, services } from './registry/services.ts';
import { surelySame } from './registry/wanted.ts';
import { createRenderer, type Renderer } from './render.ts';
import { createResolver } from './resolve.ts';
import { createRobots } from './robots.ts';
import type { GatherSettings } from './settings.ts';
import { createVisit } from './visit.ts';

export type { GatherSettings } from './settings.ts';

/** Everything that touches the network, wired: what `verify` takes as its ports. */
export interface Gathering {
  clock: Clock;
  visit: Visit;
  identify?: Identify;
  archive?: FindCopies;
  /** Said once in the report: services in trouble, a synthetic recording, pages that could not be saved. */
  facts(): Run['facts'];
  /**
   * Ends connections and files; must be called once, at the end of the run. `notes` says by cited URL which notes cite it,
   * for the pages of a WACZ.
   */
  close(notes?: ReadonlyMap<string, readonly string[]>): Promise<void>;
}

const waybackHome = 'https://web.archive.org';

/** The User-Agent: name, version, home page and contact. */
export const userAgentOf = ({ tool, contact }: Pick<GatherSettings, 'tool' | 'contact'>): string =>
  `${tool.name}/${tool.version} (+${tool.url}${contact ? `; ${contact.replace(/[^\x20-\x7e]/g, '')}` : ''})`;

/** Builds the whole of gathering from plain settings. Throws a `RangeError` for an address range that is none. */
export async function openGather(settings: GatherSettings): Promise<Gathering> {
  let keeping: Keeping | undefined;
  const replay =
    settings.replay === undefined
      ? undefined
      : await openReplay(settings.replay, async (exchange) => keeping?.record?.(exchange));
  const clock = settings.ports?.clock ?? (replay ? recordedClock(replay.recordedAt) : systemClock);
  const synthetic = replay?.synthetic ?? settings.synthetic;
  keeping = await openKeeping({
    ...settings,
    ...(synthetic ? { synthetic } : {}),
    software: `${settings.tool.name}/${settings.tool.version}`,
    now: () => clock.now(),
  });
  const bases = basesOf(settings);
  const health = new ServiceHealth({
    ...Object.fromEntries(Object.entries(services).map(([name, { base }]) => [name, base])),
    'Internet Archive': bases.wayback ?? waybackHome,
    ...bases,
  });
  const facts: Run['facts'] = [];
  const wire = replay ? fromRecording(replay, facts) : fromNetwork(settings, keeping, bases, clock);
  const renderer = await rendererOf(settings, wire.exchange, facts);
  const visit = watched(
    createVisit({
      exchange: wire.exchange,
      readPage,
      clock,
      ...(renderer ? { render: renderer.render } : {}),
      ...(wire.synthetic ? { synthetic: wire.synthetic } : {}),
    }),
    keeping,
  );
  const kept = keeping;
  const memory = await memoryOf(settings, clock, facts);
  const asking = {
    exchange: health.watching(wire.ask),
    clock,
    bases: omitWayback(bases),
    note: (url: string, why: string) => health.note(url, why),
  };
  return {
    clock,
    visit,
    ...(settings.identify === false
      ? {}
      : {
          identify: createIdentify({
            ...asking,
            ...(memory ? { memory } : {}),
            visit,
            sure: settings.sure ?? surelySame,
            ...(settings.contact ? { contact: settings.contact } : {}),
          }),
        }),
    ...(settings.archive === false
      ? {}
      : {
          archive: createArchive({
            exchange: asking.exchange,
            note: asking.note,
            visit,
            judgePage: settings.judgePage ?? byStatus,
            ...(bases.wayback ? { waybackBase: bases.wayback } : {}),
            ...saving(settings, bases, wire.ask, clock, facts),
          }),
        }),
    facts: () => [
      ...facts,
      ...kept.facts(),
      ...(memory?.troubles ?? []).map((message) => ({ code: 'answers', message })),
      ...health.facts(),
    ],
    close: async (notes) => {
      await renderer?.close();
      await wire.close();
      await memory?.close();
      await kept.close(notes);
    },
  };
}

/** Answers of earlier runs. A replay answers from its recording alone. */
async function memoryOf(
  { answers, replay, identify }: GatherSettings,
  clock: Clock,
  facts: Run['facts'],
): Promise<AnswerLedger | undefined> {
  if (!answers || replay !== undefined || identify === false) return undefined;
  const run = new Date(clock.now()).toISOString();
  return openAnswers(answers, run, () => clock.now()).catch((error: NodeJS.ErrnoException) => {
    const why = error.code ?? error.message;
    facts.push({ code: 'answers', message: `${answers}: answers of services are not kept (${why}).` });
    return undefined;
  });
}

/** A browser, where one was asked for; without it pages that need scripts stay what they are, and that is said. */
async function rendererOf(
  { render }: GatherSettings,
  exchange: Exchange,
  facts: Run['facts'],
): Promise<Renderer | undefined> {
  if (render === undefined) return undefined;
  try {
    return await createRenderer({ executablePath: render, exchange });
  } catch (cause) {
    const why = String((cause as Error).message).split('\n')[0];
    facts.push({ code: 'no-browser', message: `Pages that need JavaScript were not rendered: ${why}` });
    return undefined;
  }
}

/** The same visit, seen by what the run keeps. */
const watched =
  (visit: Visit, keeping: Keeping): Visit =>
  async (url, purpose, signal) => {
    const evidence = await visit(url, purpose, signal);
    keeping.saw(evidence);
    return evidence;
  };

interface Wire {
  exchange: Exchange;
  /** For questions to services, whose interfaces are there to be asked whatever robots.txt says of their pages. */
  ask: Exchange;
  synthetic?: string;
  close(): Promise<void>;
}

function fromRecording({ exchange, synthetic, recordedAt, troubles }: Replay, facts: Run['facts']): Wire {
  facts.push({
    code: 'replay',
    message: `Judged from a recording${recordedAt ? ` of ${recordedAt.slice(0, 10)}` : ''}; no network was used.`,
  });
  for (const message of troubles) facts.push({ code: 'recording', message });
  if (synthetic) facts.push({ code: 'synthetic', message: synthetic });
  return { exchange, ask: exchange, ...(synthetic ? { synthetic } : {}), close: async () => undefined };
}

function fromNetwork(settings: GatherSettings, keeping: Keeping, bases: Bases, clock: Clock): Wire {
  const guard = createGuard(settings.allowNet);
  const perHost = (hostname: string): number =>
    guard.isOwn(hostname) ? settings.perHost : Math.min(mostAtForeignHost, settings.perHost);
  const { fetch, close } = portOf(settings, guard, perHost);
  const polite: PolitenessOptions = {
    concurrency: settings.concurrency,
    perHost: (host) => perHost(host.replace(/:\d+$/, '')),
    paceMs: settings.paceMs,
    paces: pacesOf(bases),
    clock,
  };
  const politeness = settings.ports?.pacing?.(polite) ?? new Politeness(polite);
  const base = {
    fetch,
    politeness,
    clock,
    userAgent: userAgentOf(settings),
    timeoutMs: settings.timeoutMs,
    retries: Math.min(2, settings.retries),
    urlCredentials: settings.urlCredentials === true,
    maxBytes: settings.maxBodyBytes,
    ...(settings.ports?.random ? { random: settings.ports.random } : {}),
    ...(keeping.record ? { record: keeping.record } : {}),
  };
  const open = createExchange(base);
  const exchange = settings.robots
    ? createExchange({ ...base, permits: createRobots(open, settings.tool.name) })
    : open;
  return {
    exchange: createOnce(exchange),
    ask: open,
    ...(settings.synthetic ? { synthetic: settings.synthetic } : {}),
    close: async () => {
      politeness.close();
      await close();
    },
  };
}

/** Whatever is asked for, a host of others never has more connections than this. */
const mostAtForeignHost = 10;

function portOf(
  { ports, timeoutMs }: GatherSettings,
  guard: ReturnType<typeof createGuard>,
  perHost: (hostname: string) => number,
): { fetch: FetchPort; close(): Promise<void> } {
  if (ports?.fetch) return { fetch: ports.fetch, close: async () => undefined };
  const agent = createAgent({
    guard,
    connectTimeoutMs: Math.min(10_000, timeoutMs),
    perHost,
    resolve: ports?.resolve ?? createResolver(() => performance.now()),
    ...(ports?.connect ? { connect: ports.connect as never } : {}),
  });
  return { fetch: undiciPort(agent), close: () => agent.destroy() };
}

type Bases = Partial<Record<ServiceName | 'wayback', string>>;

/** Bases that really are others: a flag that repeats its default changes nothing. */
function basesOf({ bases = {} }: GatherSettings): Bases {
  const bare = (url: string): string => url.replace(/\/$/, '');
  const homes: Record<string, string> = { wayback: waybackHome };
  for (const [name, { base }] of Object.entries(services)) homes[name] = base;
  return Object.fromEntries(
    Object.entries(bases).filter(([name, base]) => base && bare(base) !== homes[name]),
  ) as Bases;
}

const omitWayback = ({ wayback, ...rest }: Bases): Partial<Record<ServiceName, string>> => rest;

/** The pace each service publishes, at its own host whatever the general pace; one at another address keeps that. */
function pacesOf(bases: Bases): Map<string, number> {
  const rows = Object.entries(services).filter(([name]) => bases[name as ServiceName] === undefined);
  return new Map(rows.map(([, row]) => [new URL(row.base).host, row.paceMs]));
}

const byStatus: JudgePage = (_, page) => ({
  identity: 'unverifiable',
  why: 'the copy was not compared',
  good: page.status === 200,
});

function saving(
  { save, saveKeys }: GatherSettings,
  bases: Bases,
  exchange: Exchange,
  clock: Clock,
  facts: Run['facts'],
) {
  if (save !== 'missing' && save !== 'all') return {};
  const note = (why: string): void => {
    const message = `Some pages were not saved: ${why}.`;
    if (!facts.some((fact) => fact.message === message)) facts.push({ code: 'not-saved', message });
  };
  if (!saveKeys) {
    note('no keys for the archive were given (WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY)');
    return {};
  }
  const page = createSaver({
    exchange,
    clock,
    note,
    ...saveKeys,
    ...(bases.wayback ? { waybackBase: bases.wayback } : {}),
  });
  return { save: { which: save, page } };
}
