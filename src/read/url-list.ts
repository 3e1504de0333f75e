import type { ReadyEntry, Source } from '../model/source.ts';
import { scanUrls } from '../text/url.ts';
import { plainSource } from './source.ts';

/** A plain list of URLs, a citation each. Lines that begin with `#` are remarks. */
export function readUrlList(path: string, text: string): Source {
  const entries: ReadyEntry[] = scanUrls(text).map(({ start, end, url }, index) => ({
    key: `url-${index + 1}`,
    start,
    end,
    item: { id: `url-${index + 1}`, type: 'webpage', URL: url },
  }));
  return plainSource(path, 'url-list', text, { entries });
}

/** Whether every line that says anything is a URL. */
export function isUrlList(text: string): boolean {
  const lines = text
    .split(/\r?\n/, 400)
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^<?(?:https?|ftp):\/\/\S+>?$/i.test(line));
}
