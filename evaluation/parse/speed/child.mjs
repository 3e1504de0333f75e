// Runs the compiled parser in a process of its own, so that nothing but it is timed. `child.mjs DIST INPUT.json`
// Times are processor time of the whole process, its collector included, so that what else runs does not count.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [dist, input] = process.argv.slice(2);
const { references, document } = JSON.parse(readFileSync(input, 'utf8'));
const from = (path) => import(pathToFileURL(`${dist}/${path}`).href);
const clock = () => process.cpuUsage();
const since = (start) => {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

const { loadParser } = await from('parse/index.js');
const loading = clock();
const parser = await loadParser();
const loadMs = since(loading);

const first = clock();
parser.parseReference(references[0]);
const firstMs = since(first);

for (let at = 0; at < 400; at++) parser.parseReference(references[at % references.length]);
let parsed = 0;
const running = clock();
while (since(running) < 4000) parser.parseReference(references[parsed++ % references.length]);
const perMinute = (parsed / since(running)) * 60_000;

const { readDocument } = await from('read/index.js');
const bytes = new TextEncoder().encode(document);
const reading = clock();
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
