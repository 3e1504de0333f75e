import { parseArgs } from 'node:util';
import { simulate } from './simulation.ts';

/** One simulated run, as one line of JSON. Everything about the web, the engine and the time in it is made up. */
const text = (value: string) => ({ type: 'string', default: value }) as const;
const { values } = parseArgs({
  options: {
    links: text('3000000'),
    hosts: text('40000'),
    workers: text('4'),
    'at-once': text('64'),
    'pace-ms': text('1000'),
    'per-host': text('2'),
    days: text('30'),
    'wall-s': text('3600'),
    'first-pass': { type: 'boolean', default: false },
  },
});
const began = performance.now();
const result = await simulate({
  links: Number(values.links),
  hosts: Number(values.hosts),
  workers: Number(values.workers),
  atOnce: Number(values['at-once']),
  paceMs: Number(values['pace-ms']),
  perHost: Number(values['per-host']),
  days: Number(values.days),
  firstPassOnly: values['first-pass'],
  wallS: Number(values['wall-s']),
});
const tookS = Math.round((performance.now() - began) / 1000);
const memoryMiB = Math.round(process.memoryUsage().rss / 2 ** 20);
process.stdout.write(`${JSON.stringify({ simulated: true, ...result, tookS, memoryMiB })}\n`);
// Places that wait for work would keep the process.
process.exit(0);
