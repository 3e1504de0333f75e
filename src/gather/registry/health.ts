import { notAsked } from '../failure.ts';
import type { Exchange } from '../ports.ts';

/** Troubles in a row after which a service is left alone for the rest of the run. */
const patience = 3;

/**
 * Keeps count of the services' troubles: one that failed three times in a row is not asked again in this run, and each is
 * said once in the run's facts. A service in trouble says nothing of any work or link.
 */
export class ServiceHealth {
  #bases: readonly { name: string; base: string }[];
  #rows = new Map<string, { inARow: number; why: string }>();

  /** `bases` by service name; what belongs to none is known by its host. */
  constructor(bases: Readonly<Record<string, string>>) {
    this.#bases = Object.entries(bases)
      .map(([name, base]) => ({ name, base: base.replace(/\/$/, '') }))
      .sort((a, b) => b.base.length - a.base.length);
  }

  nameOf(url: string): string {
    const known = this.#bases.find(({ base }) => url.startsWith(base));
    return known?.name ?? (URL.canParse(url) ? new URL(url).hostname : url);
  }

  /** The same exchange, for questions to services. */
  watching(exchange: Exchange): Exchange {
    return async (request) => {
      const row = this.#rows.get(this.nameOf(request.url));
      if (row && row.inARow >= patience)
        return notAsked(`left alone after ${patience} troubles (${row.why})`);
      const answer = await exchange(request);
      const why = troubleOf(answer.status, answer.failure?.kind, answer.failure?.message);
      // A question that was given up by us says nothing of the service.
      if (answer.failure?.kind === 'not-attempted') return answer;
      // A resolver that sends us on to a service in trouble is not in trouble itself.
      this.#count(this.nameOf(answer.finalUrl ?? request.url), why);
      return answer;
    };
  }

  #count(name: string, why: string | undefined): void {
    const row = this.#rows.get(name) ?? { inARow: 0, why: '' };
    this.#rows.set(name, why === undefined ? { ...row, inARow: 0 } : { inARow: row.inARow + 1, why });
  }

  /** Notes what only the reader of an answer can tell: a page instead of data. */
  note(url: string, why: string): void {
    const name = this.nameOf(url);
    const row = this.#rows.get(name);
    if (!row?.why) this.#rows.set(name, { inARow: row?.inARow ?? 0, why });
  }

  facts(): { code: string; message: string }[] {
    return [...this.#rows]
      .filter(([, { why }]) => why !== '')
      .map(([name, { why }]) => ({
        code: 'service-unavailable',
        message: `${name} could not be asked every time: ${why}. Nothing is held against any work or link for it.`,
      }));
  }
}

function troubleOf(
  status: number | undefined,
  kind: string | undefined,
  message: string | undefined,
): string | undefined {
  if (status === undefined) return message ?? kind ?? 'no answer';
  if (status === 429) return 'it asked us to slow down (429)';
  return status >= 500 ? `it answered with status ${status}` : undefined;
}
