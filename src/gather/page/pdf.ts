import { type MessagePort, Worker } from 'node:worker_threads';
import type { PageFacts, TitleCandidate } from '../../model/evidence.ts';
import { languageOf } from '../../text/language.ts';

/** Titles that writing programs leave in a PDF's metadata and that name nothing. */
const junk =
  /^(?:microsoft word\s?-|untitled|無題|document\d*$|slide \d|powerpoint|title$|print$|\(anonymous\)|layout \d)|\.(?:docx?|indd|qxd|pptx?|xlsx?|tex|dvi|pdf|jtd|ai)$/i;
/** Characters of text taken from the first page. */
const firstPage = 4000;

/** A PDF of more bytes is not opened. */
const mostBytes = 32 * 1024 * 1024;
/** Milliseconds one PDF may take. */
const deadlineMs = 10_000;

interface TextItem {
  str: string;
  height: number;
  hasEOL: boolean;
}

/** What the thread answers. */
interface RawPdf {
  pages: number;
  title?: string;
  author?: string;
  created?: string;
  xmp?: string;
  items: TextItem[];
}

let worker: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One PDF after the other goes to the thread; one that takes too long, or too much memory, ends it, and the next starts anew. */
function ask(bytes: Uint8Array, waitMs: number): Promise<RawPdf | undefined> {
  const turn = last.then(() => askNow(bytes, waitMs));
  last = turn.catch(() => undefined);
  return turn;
}

function askNow(bytes: Uint8Array, waitMs: number): Promise<RawPdf | undefined> {
  const thread =
    worker ??
    new Worker(new URL('./pdf-worker.mjs', import.meta.url), {
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32 },
    });
  worker = thread;
  thread.unref();
  return new Promise((resolve) => {
    const answered = ({ read, watch }: { read?: RawPdf; watch?: MessagePort }): void => {
      if (!watch) end(read, true);
      watch?.on('message', died);
      watch?.unref();
    };
    const died = (): void => end(undefined, false);
    const end = (answer: RawPdf | undefined, keep: boolean): void => {
      clearTimeout(timer);
      // One by one: the thread hangs listeners of its own on itself, without which it hears nothing more.
      thread.off('message', answered).off('error', died).off('exit', died);
      if (!keep) {
        worker = undefined;
        // An error on its way out is nobody's any more.
        thread.on('error', () => undefined);
        void thread.terminate();
      }
      resolve(answer);
    };
    const timer = setTimeout(died, waitMs);
    thread.on('message', answered).on('error', died).on('exit', died);
    const copy = new Uint8Array(bytes);
    thread.postMessage(copy, [copy.buffer]);
  });
}

/**
 * Title from metadata, XMP and the first page's largest lines, and the number of pages. Read in a thread that is ended
 * after `waitMs`; undefined where nothing came of it.
 */
export async function readPdf(
  bytes: Uint8Array,
  waitMs = deadlineMs,
): Promise<{ page: PageFacts; titles: TitleCandidate[] } | undefined> {
  const raw = bytes.length > mostBytes ? undefined : await ask(bytes, waitMs);
  if (!raw) return undefined;
  const titles: TitleCandidate[] = [];
  const add = (value: string | undefined, origin: TitleCandidate['origin']): void => {
    const text = (value ?? '').replace(/\s+/g, ' ').trim().slice(0, 500);
    if (text.length > 1 && !junk.test(text)) titles.push({ text, origin });
  };
  add(raw.title, 'pdf-info');
  add(raw.xmp, 'pdf-xmp');
  const { text, lines } = firstLines(raw.items);
  for (const line of lines) add(line, 'pdf-first-page');
  const language = languageOf(`${titles[0]?.text ?? ''} ${text.slice(0, 1000)}`);
  const stamp = /^D:(\d{4})(\d{2})(\d{2})/.exec(raw.created ?? '');
  return {
    titles,
    page: {
      kind: 'pdf',
      ...(language ? { language, languageFrom: 'detected' as const } : {}),
      authors: raw.author?.trim() ? [raw.author.trim().slice(0, 200)] : [],
      dates: stamp
        ? [{ date: `${stamp[1]}-${stamp[2]}-${stamp[3]}`, origin: 'pdf-info', role: 'unknown' }]
        : [],
      alternates: [],
      followUps: [],
      headings: [],
      excerpt: text,
      textLength: text.length,
      counts: {},
      signs: [],
      pages: raw.pages,
    },
  };
}

/** The first page's text, and its lines in the largest sizes, joined where a title runs over several. */
function firstLines(items: readonly TextItem[]): { text: string; lines: string[] } {
  const text = items
    .map((item) => `${item.str}${item.hasEOL ? '\n' : ''}`)
    .join('')
    .slice(0, firstPage);
  const sizes = [
    ...new Set(items.filter((item) => item.str.trim()).map((item) => Math.round(item.height))),
  ].sort((a, b) => b - a);
  const joint = (size: number, glue: string) =>
    items
      .filter((item) => Math.round(item.height) === size && item.str.trim())
      .slice(0, 12)
      .map((item) => item.str.trim())
      .join(glue)
      .slice(0, 300);
  const lines = sizes.slice(0, 3).flatMap((size) => {
    const line = joint(size, /[\u3040-\u9fff]/.test(joint(size, '')) ? '' : ' ');
    return line.length > 3 ? [line] : [];
  });
  return {
    text,
    lines: [
      ...lines,
      ...text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length > 5)
        .slice(0, 3),
    ],
  };
}
