import { openLedger } from '../../../src/gather/ledger.ts';
import { visitTo } from './visit-to.ts';

/** A process of its own that writes visits until it has enough or is killed; says the number of each once it is kept. */
const [path = '', run = '', count = '0'] = process.argv.slice(2);
const ledger = await openLedger(path, run, Date.now());
for (let at = 0; at < Number(count); at += 1) {
  await ledger.record(visitTo(`https://${run}.example/${at}`));
  process.stdout.write(`${at}\n`);
}
await ledger.close();
