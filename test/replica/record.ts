import { parseArgs } from 'node:util';
import { main } from '../../src/cli/program.ts';
import { processWorld } from '../../src/cli/world.ts';
import { startReplica } from './server.ts';

/**
 * Checks a document against the replica with the real fetcher and keeps the recording:
 * `npx tsx test/replica/record.ts DOCUMENT FILE.warc.gz`, then any flags of `refvouch check`.
 */
const synthetic =
  'The pages visited are synthetic: they were written for the tests and the demonstration of refvouch, and nothing on them was said by the sites they stand for.';
const { positionals } = parseArgs({ allowPositionals: true, strict: false });
const [document, recording] = positionals as [string, string];
const rest = process.argv.slice(process.argv.indexOf(recording) + 1);
const replica = await startReplica({ slowMs: 300 });
const resolve = async (host: string) => [{ address: replica.resolve(host).address, family: 4 }];
process.exitCode = await main(
  ['check', document, '--record', recording, '--pace-ms', '0', '--fail-on', 'never', '--quiet', ...rest],
  {
    ...processWorld(),
    gathering: { ports: { connect: replica.connect as never, resolve }, synthetic },
  },
);
await replica.stop();
