// Runs the compiled parser in a process of its own, so that nothing but it is timed. `child.mjs DIST INPUT.json`
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [dist, input] = process.argv.slice(2);
const { references, document } = JSON.parse(readFileSync(input, 'utf8'));
const from = (path) => import(pathToFileURL(`${dist}/${path}`).href);
const since = (start) => performance.now() - start;

const { loadParser } = await from('parse/index.js');
const loading = performance.now();
const parser = await loadParser();
const loadMs = since(loading);

const firstStart = performance.now();
parser.parseReference(references[0]);
const firstMs = since(firstStart);

for (let at = 0; at < 400; at++) parser.parseReference(references[at % references.length]);
let parsed = 0;
const running = performance.now();
while (since(running) < 5000) parser.parseReference(references[parsed++ % references.length]);
const perMinute = (parsed / since(running)) * 60_000;

const { readDocument } = await from('read/index.js');
const reading = performance.now();
const bytes = new TextEncoder().encode(document);
const source = await readDocument('large.md', bytes);
const { notes } = parser.parse(source);
const documentMs = since(reading);
const citations = notes.reduce((sum, note) => sum + note.citations.length, 0);
const { maxRSS } = process.resourceUsage();

process.stdout.write(
  JSON.stringify({
    loadMs,
    firstMs,
    perMinute,
    document: {
      bytes: bytes.length,
      notes: notes.length,
      citations,
      ms: documentMs,
      maxRssMb: maxRSS / 1024,
    },
  }),
);
