import { systemClock } from '../../src/gather/clock.ts';
import { createAgent } from '../../src/gather/connector.ts';
import { createExchange, type ExchangeOptions } from '../../src/gather/exchange.ts';
import { undiciPort } from '../../src/gather/fetch-port.ts';
import { createGuard } from '../../src/gather/guard.ts';
import { Politeness } from '../../src/gather/politeness.ts';
import type { Exchange } from '../../src/gather/ports.ts';
import { createResolver, type Resolve } from '../../src/gather/resolve.ts';

export interface OpenOptions extends Partial<ExchangeOptions> {
  allowNet?: string[];
  resolve?: Resolve;
  perHost?: number;
  paceMs?: number;
  concurrency?: number;
  connectTimeoutMs?: number;
  authorities?: string[];
}

/** The real exchange over real sockets, allowed to reach loopback. */
export function openExchange({
  allowNet = ['127.0.0.0/8', '::1/128'],
  resolve = createResolver(() => performance.now()),
  perHost = 10,
  paceMs = 0,
  concurrency = 64,
  connectTimeoutMs = 2000,
  authorities,
  ...more
}: OpenOptions = {}): { exchange: Exchange; close(): Promise<void> } {
  const clock = more.clock ?? systemClock;
  const politeness = new Politeness({ concurrency, perHost: () => perHost, paceMs, clock });
  const agent = createAgent({
    guard: createGuard(allowNet),
    resolve,
    connectTimeoutMs,
    perHost: () => perHost,
    ...(authorities ? { authorities } : {}),
  });
  const exchange = createExchange({
    fetch: undiciPort(agent),
    politeness,
    clock,
    userAgent: 'refvouch/0 (+https://refvouch.example)',
    timeoutMs: 3000,
    retries: 0,
    maxBytes: 1 << 20,
    random: () => 0,
    ...more,
  });
  return {
    exchange,
    close: async () => {
      politeness.close();
      await agent.destroy();
    },
  };
}
