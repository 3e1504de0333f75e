import type { Gathering } from '../gather/world.ts';
import type { Evidence, Hop } from '../model/evidence.ts';
import { redact } from '../text/redact.ts';
import type { World } from './invocation.ts';
import { printable } from './printable.ts';

/** The same gathering, which says on standard error what it did: every hop, every service asked, every copy found. */
export function speaking(gathering: Gathering, world: World): Gathering {
  const say = (lines: readonly string[]): void => {
    for (const line of lines) world.stderr.write(`refvouch: ${printable(line)}\n`);
  };
  const { visit, identify, archive } = gathering;
  return {
    ...gathering,
    visit: async (url, purpose, signal) => {
      const evidence = await visit(url, purpose, signal);
      say(hopsOf(evidence));
      return evidence;
    },
    ...(identify
      ? {
          identify: async (...asked: Parameters<typeof identify>) => {
            const answers = await identify(...asked);
            say(
              answers.map(
                ({ service, query, outcome, why }) =>
                  `ask ${service} (${query}): ${outcome}${why ? `, ${why}` : ''}`,
              ),
            );
            return answers;
          },
        }
      : {}),
    ...(archive
      ? {
          archive: async (...asked: Parameters<typeof archive>) => {
            const copies = await archive(...asked);
            say(
              copies.map(({ datetime, memento }) => `copy of ${datetime.slice(0, 10)}: ${redact(memento)}`),
            );
            return copies;
          },
        }
      : {}),
  };
}

/** `cited https://a.example/ 301 120 ms → https://b.example/ 200 88 ms`, a line a hop. */
function hopsOf({ url, purpose, hops, failure, requests }: Evidence): string[] {
  if (hops.length === 0) return [`${purpose} ${redact(url)}: ${failure ? failure.kind : 'not visited'}`];
  const lines = hops.map((hop, index) => `${index === 0 ? purpose : '→'} ${hopOf(hop)}`);
  if (failure) lines.push(`✗ ${redact(url)}: ${failure.kind}, ${failure.message}`);
  if ((requests ?? 0) > hops.length) lines.push(`${redact(url)}: ${requests} requests`);
  return lines;
}

const hopOf = ({ url, status, durationMs }: Hop): string =>
  `${redact(url)} ${status ?? 'no answer'} ${Math.round(durationMs ?? 0)} ms`;
