import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One core's figures; they are the machine's as much as the parser's. */
export interface Speed {
  /** Milliseconds to load the weights, in a process that has imported the parser's code. */
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
      timeout: 120_000,
    });
    const weights = join(dist, 'parse/reference/model.weights.js');
    return { ...JSON.parse(said), weightsBytes: statSync(weights).size };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ten thousand notes in about five megabytes of Markdown, from notes of ours. */
function largeDocument(notes: readonly string[]): string {
  const count = 10_000;
  const body = Array.from({ length: count }, (_, at) => `Sentence ${at + 1} of a long article.[^${at + 1}]`);
  const one = (at: number) => (notes[at % notes.length] as string).replace(/\s+/g, ' ');
  const definitions = Array.from({ length: count }, (_, at) => `[^${at + 1}]: ${one(at)} ${one(at * 7 + 3)}`);
  const size = (lines: readonly string[]) => Buffer.byteLength(lines.join('\n'));
  const filler = 'Words between notes, as an article has them. '.repeat(4);
  const missing = Math.max(0, 5_000_000 - size(body) - size(definitions));
  const paragraphs = Math.floor(missing / filler.length);
  const each = Math.max(1, Math.ceil(count / Math.max(1, paragraphs)));
  const text = body.map((line, at) => (at % each === 0 ? `${filler}\n\n${line}` : line));
  return `# Large\n\n${text.join('\n')}\n\n${definitions.join('\n')}\n`;
}
