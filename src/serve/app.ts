import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import { style } from '../report/html/style.ts';
import type { Language } from '../report/index.ts';
import { languages } from '../report/index.ts';
import { cardsOf, progressOf, summaryOf } from './cards.ts';
import { type EditableField, editableFields } from './correct.ts';
import { type Desk, maxBytes } from './desk.ts';
import { type Door, guard } from './guard.ts';
import { type Change, Sitting } from './sitting.ts';
import { takeAway } from './take-away.ts';

const Corrected = z.strictObject({
  note: z.int().nonnegative(),
  citation: z.int().nonnegative(),
  lines: z.partialRecord(z.enum(editableFields as [EditableField, ...EditableField[]]), z.string().max(4000)),
});
const Waived = z.strictObject({
  note: z.int().nonnegative(),
  citation: z.int().nonnegative().optional(),
  finding: z.int().nonnegative().optional(),
  reason: z.string().trim().min(1).max(1000),
  owner: z.string().trim().min(1).max(200),
  until: z.iso.date(),
});

/** Milliseconds that changes are gathered for before they are sent, so that a fast run does not flood the page. */
const gatherMs = 60;

/** The page and what it asks of the sitting behind it. */
export function createApp(desk: Desk, door: Door): { app: Hono; sitting: Sitting } {
  const sitting = new Sitting(desk);
  const app = new Hono();
  app.use(guard(door));
  for (const [path, { type, text }] of desk.page)
    app.get(path, (context) => context.body(text, 200, { 'content-type': type }));
  app.get('/report.css', (context) =>
    context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );
  app.get('/api/language', (context) => context.json({ language: desk.language }));
  app.get('/api/events', (context) => events(context, sitting, desk.language));
  app.post('/api/check', async (context) => {
    if (sitting.busy) return context.json({ error: 'busy' }, 409);
    const bytes = await bodyOf(context.req.raw);
    if (!bytes) return context.json({ error: 'too-large' }, 413);
    if (bytes.length === 0) return context.json({ error: 'empty' }, 400);
    if (sitting.busy) return context.json({ error: 'busy' }, 409);
    const name = (context.req.query('name') ?? '').slice(0, 300) || 'pasted.txt';
    // The run goes on by itself; the page hears of it by its events.
    void sitting.check(name, bytes);
    return context.json({}, 202);
  });
  app.post('/api/cancel', (context) => {
    sitting.cancel();
    return context.json({});
  });
  app.post('/api/correct', async (context) => {
    const asked = Corrected.safeParse(await jsonOf(context));
    if (!asked.success) return context.json({ error: 'malformed' }, 400);
    const { note, citation, lines } = asked.data;
    const answer = await sitting.correct(note, citation, lines);
    return answer.refused ? context.json({ error: answer.refused }, 422) : context.json({});
  });
  app.post('/api/waive', async (context) => {
    const asked = Waived.safeParse(await jsonOf(context));
    if (!asked.success) return context.json({ error: 'malformed' }, 400);
    return sitting.waive(asked.data) ? context.json({}) : context.json({ error: 'malformed' }, 422);
  });
  app.get('/api/take/:format', async (context) => {
    if (sitting.phase !== 'done') return context.text('There is nothing to take away yet.', 409);
    const taken = await takeAway(sitting, context.req.param('format'), languageOf(context, desk.language));
    if (!taken) return context.notFound();
    context.header('content-type', taken.type);
    context.header('content-disposition', `attachment; filename*=UTF-8''${encoded(taken.name)}`);
    return context.body(taken.body as string);
  });
  return { app, sitting };
}

const encoded = (name: string): string =>
  encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

function languageOf(context: Context, otherwise: Language): Language {
  const asked = context.req.query('lang') ?? '';
  return Object.hasOwn(languages, asked) ? (asked as Language) : otherwise;
}

/** The body, read no further than it may be; undefined where it is larger. */
async function bodyOf({ body }: Request): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  if (body)
    for await (const part of body as unknown as AsyncIterable<Uint8Array>) {
      length += part.length;
      if (length > maxBytes) return undefined;
      parts.push(part);
    }
  return Buffer.concat(parts);
}

async function jsonOf(context: Context): Promise<unknown> {
  const bytes = await bodyOf(context.req.raw);
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}

/** All there is at once, then what changes: whoever connects in mid-run sees the run as it stands. */
function events(context: Context, sitting: Sitting, otherwise: Language): Response {
  const language = languageOf(context, otherwise);
  return streamSSE(context, async (stream) => {
    let changes: Change[] = [{ kind: 'all' }];
    let wake = (): void => {};
    const forget = sitting.listen((change) => {
      changes.push(change);
      wake();
    });
    stream.onAbort(() => wake());
    while (!stream.aborted) {
      if (changes.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      const batch = changes;
      changes = [];
      await send(stream, sitting, language, batch);
      await stream.sleep(gatherMs);
    }
    forget();
  });
}

async function send(
  stream: { writeSSE(message: { event: string; data: string }): Promise<void> },
  sitting: Sitting,
  language: Language,
  batch: readonly Change[],
): Promise<void> {
  if (batch.length === 0) return;
  const all = batch.some(({ kind }) => kind === 'all');
  const only = new Set(batch.flatMap((change) => (change.kind === 'note' ? [change.index] : [])));
  await stream.writeSSE({ event: 'progress', data: JSON.stringify(progressOf(sitting)) });
  const cards = cardsOf(sitting, language, all ? undefined : only);
  await stream.writeSSE({ event: all ? 'cards' : 'some', data: JSON.stringify(cards) });
  if (all && sitting.phase === 'done')
    await stream.writeSSE({ event: 'summary', data: JSON.stringify(summaryOf(sitting, language)) });
}
