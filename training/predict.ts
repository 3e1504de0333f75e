import { readFileSync, writeFileSync } from 'node:fs';
import { loadReferenceParser } from '../src/parse/reference/index.ts';

/** `predict.ts OUT.jsonl FILE.jsonl…`: parses the `text` of each record, a prediction `{id, csl, confidence, fields}` a line. */
const [out, ...files] = process.argv.slice(2);
const parser = await loadReferenceParser();
const lines: string[] = [];
const started = performance.now();
let size = 0;
for (const file of files)
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { id, text } = JSON.parse(line);
    const { item, confidence, fields } = parser.parse(text);
    lines.push(JSON.stringify({ id, csl: item, confidence, fields }));
    size++;
  }
process.stderr.write(`${Math.round((size / (performance.now() - started)) * 60_000)} references a minute\n`);
writeFileSync(out!, `${lines.join('\n')}\n`);
