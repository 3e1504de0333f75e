import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.weights.ts'))
  .map((path) => path.replaceAll('\\', '/'));

const importPattern = /(?:\bfrom|\bimport)\s*\(?\s*'([^'\n]+)'/g;
const comments = /\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/[^\n]*/g;

interface Import {
  file: string;
  target: string;
}
const texts = new Map(
  files.map((file) => [file, readFileSync(join(src, file), 'utf8').replace(comments, '')]),
);
const imports: Import[] = [...texts].flatMap(([file, text]) =>
  [...text.matchAll(importPattern)].map((match) => ({ file, target: match[1] as string })),
);
const local = imports
  .filter((row) => row.target.startsWith('.'))
  .map((row) => ({ file: row.file, target: relative(src, join(src, dirname(row.file), row.target)) }));

const room = (file: string) => (file.includes('/') ? (file.split('/')[0] as string) : file);
const stages = ['read', 'parse', 'lint', 'fix', 'gather', 'judge', 'report', 'export'];
const ground = ['model', 'text'];
/** Rooms that may see more than one stage. */
const roofs = ['verify.ts', 'index.ts', 'cli', 'serve', 'scale', 'embed'];

const sees = (from: string, to: string) =>
  from === to ||
  (from === 'model' ? false : from === 'text' ? to === 'model' : false) ||
  (stages.includes(from) && ground.includes(to)) ||
  (from === 'verify.ts' && [...stages, ...ground].includes(to)) ||
  (from === 'index.ts' && [...stages, ...ground, 'verify.ts'].includes(to)) ||
  (['serve', 'scale', 'embed'].includes(from) && [...stages, ...ground, 'verify.ts'].includes(to)) ||
  (from === 'cli' && to !== 'index.ts');

const breaches = (pattern: RegExp, allowed: (file: string) => boolean) =>
  [...texts].filter(([file, text]) => !allowed(file) && pattern.test(text)).map(([file]) => file);

describe('the walls', () => {
  it('imports go down only, and stages never import each other', () => {
    const wrong = local.filter((row) => !sees(room(row.file), room(row.target)));
    expect(wrong).toEqual([]);
  });

  it('every room is a known one, so that none called utils grows', () => {
    const known = new Set([...stages, ...ground, ...roofs]);
    expect([...new Set(files.map(room))].filter((name) => !known.has(name))).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|core|types|common|helpers)(\/|\.ts$)/.test(file))).toEqual(
      [],
    );
  });

  it('sockets live in gather, and servers in serve', () => {
    const pattern = /'(?:node:(?:http|https|http2|net|tls|dns|dgram)(?:\/promises)?|undici)'|\bfetch\(/;
    expect(breaches(pattern, (file) => ['gather', 'serve', 'scale'].includes(room(file)))).toEqual([]);
  });

  it('files are touched by the ledger, the recording and the command line only', () => {
    const allowed = (file: string) => /^(?:cli\/|gather\/(?:ledger|recording))/.test(file);
    expect(breaches(/'node:fs(?:\/promises)?'/, allowed)).toEqual([]);
  });

  it('the process and the console belong to the command line', () => {
    expect(
      breaches(
        /(?<![.\w'"`-])process\.\w|(?<![.\w])console\.\w|'node:process'/,
        (file) => room(file) === 'cli',
      ),
    ).toEqual([]);
  });

  it('no circles, type imports included', () => {
    const edges = new Map(
      files.map((file) => [file, local.filter((row) => row.file === file).map((row) => row.target)]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const next of edges.get(file) ?? []) visit(next, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
