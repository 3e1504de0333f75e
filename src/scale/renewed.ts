import type { Visit } from '../gather/ports.ts';
import type { Gathering } from '../gather/world.ts';

/** Visits one gathering serves: what it remembers of hosts and pages is then forgotten, and memory stays flat. */
const mostVisits = 5000;

interface Generation {
  gathering: Promise<Gathering>;
  visits: number;
  underWay: number;
  retired: boolean;
}

/**
 * A visit that runs for ever: connections, caches and counts are opened anew every so many visits, the old ones closed when
 * the last visit on them is done.
 */
export function createRenewed(open: () => Promise<Gathering>, most = mostVisits) {
  let current: Generation | undefined;
  const close = async (generation: Generation): Promise<void> => (await generation.gathering).close();
  const visit: Visit = async (url, purpose, signal) => {
    if (current && current.visits >= most) {
      current.retired = true;
      if (current.underWay === 0) void close(current);
      current = undefined;
    }
    current ??= { gathering: open(), visits: 0, underWay: 0, retired: false };
    const mine = current;
    mine.visits += 1;
    mine.underWay += 1;
    try {
      return await (await mine.gathering).visit(url, purpose, signal);
    } finally {
      mine.underWay -= 1;
      if (mine.retired && mine.underWay === 0) void close(mine);
    }
  };
  return { visit, close: async () => current && close(current) };
}
