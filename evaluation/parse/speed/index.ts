import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One core's figures; they are the machine's as much as the parser's. */
export interface Speed {
  /** Milliseconds of processor time, as all times here, to load the weights, in a process that has imported the parser's code. */
  loadMs: number;
  /** Milliseconds for the first reference after it. */
  firstMs: number;
  perMinute: number;
  /** What the weights weigh as they ship. */
  weightsBytes: number;
  document: { bytes: number; notes: number; citations: number; ms: number; maxRssMb: number };
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Compiles the parser as it ships into a folder that is taken away again, and times it there. */
export function measureSpeed(references: readonly string[], notes: readonly string[]): Speed {
  const folder = mkdtempSync(join(tmpdir(), 'refvouch-speed-'));
  try {
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const dist = join(folder, 'dist');
    execFileSync(process.execPath, [
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      join(root, 'tsconfig.build.json'),
      '--outDir',
      dist,
    ]);
    const input = join(folder, 'input.json');
    writeFileSync(input, JSON.stringify({ references, document: largeDocument(notes) }));
    const child = fileURLToPath(new URL('./child.mjs', import.meta.url));
    const said = execFileSync(process.execPath, [child, dist, input], {
      encoding: 'utf8',
      timeout: 300_000,
    });
    const weights = join(dist, 'parse/reference/model.weights.js');
    return { ...JSON.parse(said), weightsBytes: statSync(weights).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ten thousand notes of ours in five megabytes of Markdown, most of it the article itself. */
function largeDocument(notes: readonly string[]): string {
  const count = 10_000;
  const definitions = Array.from(
    { length: count },
    (_, at) => `[^${at + 1}]: ${(notes[at % notes.length] as string).replace(/\s+/g, ' ')}`,
  ).join('\n');
  const words = 'Words between notes, as an article has them. ';
  const each = (5_000_000 - Buffer.byteLength(definitions)) / count - 12;
  const prose = words.repeat(Math.ceil(each / words.length)).slice(0, each);
  const body = Array.from({ length: count }, (_, at) => `${prose}[^${at + 1}]${at % 5 === 4 ? '\n' : ''}`);
  return `# Large\n\n${body.join('\n')}\n\n${definitions}\n`;
}
