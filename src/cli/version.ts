import { readFileSync } from 'node:fs';

/** What package.json says of this program; it stands two folders up from both the source and the built file. */
export function about(): { name: string; version: string; url: string } {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const { name, version, homepage } = JSON.parse(text) as Record<string, unknown>;
  return { name: String(name), version: String(version), url: String(homepage) };
}

export const version = (): string => about().version;
