import { readFileSync } from 'node:fs';

/** The version in package.json, which stands two folders up from both the source and the built file. */
export function version(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  return String((JSON.parse(text) as { version: unknown }).version);
}
