import { readFile } from 'node:fs/promises';
import { lint, settle } from '../lint/index.ts';
import { loadParser } from '../parse/index.ts';
import { readDocument } from '../read/index.ts';
import type { Desk, PageFile } from '../serve/index.ts';
import { UsageError } from './exit.ts';
import { openGathering } from './gathering.ts';
import type { Invocation } from './invocation.ts';
import { lintOptionsOf } from './lint-options.ts';
import { pdfPagesApart } from './pdf-child.ts';
import { about, version } from './version.ts';

const files = [
  ['/', 'index.html', 'text/html; charset=utf-8'],
  ['/page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['/page.css', 'page.css', 'text/css; charset=utf-8'],
] as const;

/** Where the built page lies, from the built program and from its source. */
const folders = ['../serve/page/', '../../dist/serve/page/'];

/** The built page, read once. */
export async function loadPage(from?: URL): Promise<Map<string, PageFile>> {
  for (const folder of from ? [from] : folders.map((path) => new URL(path, import.meta.url))) {
    const texts = await Promise.all(
      files.map(([, name]) => readFile(new URL(name, folder), 'utf8').catch(() => undefined)),
    );
    if (texts.some((text) => text === undefined)) continue;
    return new Map(files.map(([path, , type], index) => [path, { type, text: texts[index] as string }]));
  }
  throw new UsageError(`The page of refvouch ${version()} has not been built; run npm run build.`);
}

/** What the page is given of the world: readers, network and settings as `refvouch check` has them. */
export function deskOf(invocation: Invocation, page: ReadonlyMap<string, PageFile>): Desk {
  const { settings, configuration } = invocation;
  const rules = configuration?.values.rules;
  const options = lintOptionsOf(invocation);
  return {
    tool: about(),
    mode: settings.text('replay') === undefined ? 'live' : 'replay',
    language: settings.text('lang') as Desk['language'],
    page,
    read: (name, bytes) => readDocument(name, bytes, { pdfPages: pdfPagesApart }),
    parse: async (source) => {
      const { notes, findings } = (await loadParser()).parse(source);
      return {
        notes: notes.map((note) => ({ ...note, findings: settle(note.findings, rules) })),
        findings: settle(findings, rules),
      };
    },
    lint: (source, notes) => lint(source, notes, options),
    open: () => openGathering(invocation, settings.text('replay')),
    waivers: configuration?.values.waivers ?? [],
    now: () => Date.now(),
  };
}
