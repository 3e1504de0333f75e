import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chartOf } from './chart.ts';
import { readers, type Wrong, wrongOf } from './correctness.ts';
import { type Cost, measure, median } from './measure.ts';
import { politenessOf } from './politeness.ts';
import { markdownOf } from './report.ts';
import { startCosts } from './start.ts';
import { bareUndici, refvouch, type Tool, tools } from './tools.ts';
import { type CitedLink, fineLinks, misbehavingLinks, type Ports } from './web/links.ts';

/** `npm run bench`: refvouch beside others on one measuring web, in one run. Needs Linux (/proc, taskset) and openssl. */
const { values: options } = parseArgs({
  options: {
    links: { type: 'string', default: '10000' },
    many: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string' },
    write: { type: 'boolean', default: true },
  },
  allowNegative: true,
});

export interface Figures {
  wallMs: number;
  cpuMsPerLink: number;
  peakMiB: number;
  /** Against the bare undici loop of the same round, median of the rounds. */
  wallRatio: number;
}
export interface Scenario {
  name: string;
  links: number;
  latencyMs: number;
  rounds: number;
  tools: Record<string, Figures | { failed: string }>;
}

export interface Web extends Ports {
  authority: string;
  process: ChildProcess;
  lines: AsyncIterator<string>;
}

async function startWeb(latencyMs: number): Promise<Web> {
  const server = fileURLToPath(new URL('./web/server.ts', import.meta.url));
  const child = spawn(
    'taskset',
    ['-c', '1', process.execPath, '--import', 'tsx', server, '--latency-ms', String(latencyMs)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines = createInterface({ input: child.stdout as NonNullable<typeof child.stdout> })[
    Symbol.asyncIterator
  ]();
  const { value } = await lines.next();
  return { ...(JSON.parse(String(value)) as Ports & { authority: string }), process: child, lines };
}

const log = (line: string): void => void process.stderr.write(`${line}\n`);
const wanted = tools.filter(
  (tool) => options.only === undefined || options.only.split(',').includes(tool.name),
);
const installed = wanted.flatMap((tool) => {
  const version = tool.version();
  if (version === undefined) log(`skipped: ${tool.name} is not installed`);
  return version === undefined ? [] : [{ tool, version }];
});

async function one(
  tool: Tool,
  links: readonly CitedLink[],
  web: Web,
): Promise<{ cost: Cost; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-bench-'));
  // LinkChecker gives up root’s rights when it starts, and must still read its document.
  chmodSync(folder, 0o755);
  return { cost: await measure(tool.program(links, folder, web.authority)), folder };
}

async function scenario(
  name: string,
  links: number,
  latencyMs: number,
  rounds: number,
  of: readonly Tool[],
): Promise<Scenario> {
  const web = await startWeb(latencyMs);
  const cited = fineLinks(links, web);
  const costs = new Map<string, Cost[]>();
  for (let round = 0; round < rounds; round += 1)
    for (const tool of of) {
      const { cost, folder } = await one(tool, cited, web);
      rmSync(folder, { recursive: true });
      costs.set(tool.name, [...(costs.get(tool.name) ?? []), cost]);
      log(
        `${name}: ${tool.name}: ${(cost.wallMs / 1000).toFixed(2)} s, ${(cost.cpuMs / links).toFixed(3)} ms CPU a link, ${cost.peakMiB.toFixed(0)} MiB${cost.late ? ', ended by the bound' : ''}`,
      );
    }
  web.process.kill();
  const base = costs.get(bareUndici.name) ?? [];
  return {
    name,
    links,
    latencyMs,
    rounds,
    tools: Object.fromEntries(
      [...costs].map(([tool, rows]) => [
        tool,
        rows.some(({ late }) => late)
          ? { failed: 'not done within five minutes' }
          : {
              wallMs: median(rows.map(({ wallMs }) => wallMs)),
              cpuMsPerLink: median(rows.map(({ cpuMs }) => cpuMs / links)),
              peakMiB: median(rows.map(({ peakMiB }) => peakMiB)),
              wallRatio: median(
                rows.map(({ wallMs }, round) => wallMs / (base[round]?.wallMs ?? Number.NaN)),
              ),
            },
      ]),
    ),
  };
}

async function correctness(): Promise<Record<string, Wrong>> {
  const wrong: Record<string, Wrong> = {};
  for (const { tool } of installed) {
    // A web of its own for each: some links misbehave only the first time.
    const web = await startWeb(0);
    const links = misbehavingLinks(203, web);
    const { cost, folder } = await one(tool, links, web);
    try {
      wrong[tool.name] = wrongOf(links, (readers[tool.name] as (typeof readers)[string])(cost, folder));
    } catch (error) {
      log(`correctness: ${tool.name}: ${(error as Error).message}`);
    }
    web.process.kill();
    rmSync(folder, { recursive: true });
    log(`correctness: ${tool.name}: ${JSON.stringify(wrong[tool.name])}`);
  }
  return wrong;
}

const rounds = Number(options.rounds);
// LinkChecker paces itself at ten requests a second to a host: the verdicts are its own, the times would be its manners.
const all = installed.map(({ tool }) => tool).filter(({ name }) => name !== 'linkchecker');
const results = {
  versions: Object.fromEntries(installed.map(({ tool, version }) => [tool.name, version])),
  node: process.version,
  /** Jobs that wanted a processor on the average of the minute before, and how many processors there are. */
  load: { jobs: loadavg()[0] ?? 0, processors: availableParallelism() },
  wrong: await correctness(),
  start: await startCosts(rounds),
  scenarios: [
    await scenario('no latency', Number(options.links), 0, rounds, all),
    await scenario('50 ms latency', Number(options.links), 50, Math.min(rounds, 3), all),
    await scenario('many links', Number(options.many), 0, 1, all),
  ],
  politeness: installed.some(({ tool }) => tool === refvouch)
    ? await (async () => {
        const web = await startWeb(0);
        const kept = await politenessOf(web);
        web.process.kill();
        return kept;
      })()
    : undefined,
};
export type Results = typeof results;

if (options.write) {
  const folder = fileURLToPath(new URL('../../reports/evaluation/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'speed.json'), `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(join(folder, 'speed.md'), markdownOf(results));
  writeFileSync(join(folder, 'speed.svg'), chartOf(results.scenarios));
}
process.stdout.write(markdownOf(results));
