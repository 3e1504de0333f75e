import { parseArgs } from 'node:util';
import { manifest, printedDois } from './manifest.ts';
import type { Mode } from './modes.ts';
import { modes } from './modes.ts';
import { startReplica } from './server.ts';

/** Runs the replica as a process of its own: `npx tsx test/replica/main.ts --port 0`. Prints where it is, then waits. */
const usage = `Usage: npx tsx test/replica/main.ts [--port N] [--slow-ms N] [--mode HOST=MODE]…
  --port N          port of the http world (default 0: any free one)
  --slow-ms N       what "slow" means here (default 300)
  --mode HOST=MODE  a bad day for a service, may repeat; modes: ${Object.keys(modes).join(', ')}
Prints one line of JSON: {"port", "securePort", "base", "urls"}. Stops on SIGINT or SIGTERM.`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'slow-ms': { type: 'string', default: '300' },
    mode: { type: 'string', multiple: true, default: [] },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const bad = Object.fromEntries(values.mode.map((row) => row.split('=') as [string, Mode]));
  const replica = await startReplica({
    port: Number(values.port),
    slowMs: Number(values['slow-ms']),
    modes: bad,
  });
  const { port: securePort } = replica.resolve('doi.org', 'https');
  console.log(
    JSON.stringify({
      port: replica.port,
      securePort,
      base: replica.base,
      urls: [...manifest, ...printedDois].length,
    }),
  );
  const stop = () => void replica.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}
