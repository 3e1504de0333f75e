/**
 * The floor for Node: fetches every address of a file (one a line), 64 at once, and reads each page's title with a regular
 * expression. Judges nothing. Prints `title<TAB>url` or `error<TAB>url` a line.
 */
import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';

const urls = readFileSync(process.argv[2], 'utf8').split('\n').filter(Boolean);
const dispatcher = new Agent({ connections: 64, pipelining: 1, headersTimeout: 10_000, bodyTimeout: 10_000 });
const out = [];
let next = 0;
async function worker() {
  while (next < urls.length) {
    const url = urls[next++];
    try {
      const { statusCode, body, headers } = await request(url, {
        dispatcher,
        signal: AbortSignal.timeout(20_000),
      });
      const text = await body.text();
      const title = /<title[^>]*>([^<]*)/i.exec(text)?.[1] ?? '';
      out.push(`${statusCode}\t${headers.location ?? ''}\t${title}\t${url}`);
    } catch (error) {
      out.push(`error\t\t${error.code ?? error.name}\t${url}`);
    }
  }
}
await Promise.all(Array.from({ length: 64 }, worker));
process.stdout.write(`${out.join('\n')}\n`);
await dispatcher.destroy();
