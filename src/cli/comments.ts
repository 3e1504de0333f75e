import { resolve } from 'node:path';
import { commentDocx, remarksOf } from '../fix/index.ts';
import type { Report } from '../model/report.ts';
import { docxRuns } from '../read/docx/index.ts';
import { readInput } from './documents.ts';
import { UsageError } from './exit.ts';
import type { Invocation } from './invocation.ts';
import { writeWhole } from './write.ts';

/** With --comments: the one Word document that was checked, with a comment on every note that needs a hand. */
export async function putComments(report: Report, { settings, world }: Invocation): Promise<void> {
  const target = settings.text('comments');
  if (target === undefined) return;
  const manuscripts = report.documents.filter(({ format }) => format === 'docx');
  const [document] = manuscripts;
  if (!document || manuscripts.length > 1)
    throw new UsageError('--comments wants just one Word document among the files.');
  if (resolve(world.cwd, target) === resolve(world.cwd, document.path))
    throw new UsageError('--comments: name another file than the manuscript itself.');
  const input = await readInput(document.path, world, {
    maxBytes: settings.int('maxInputMib') * 1024 * 1024,
  });
  if ('unreadable' in input) throw new UsageError(`${document.path}: ${input.unreadable}`);
  const answer = commentDocx(
    input.bytes,
    docxRuns(input.bytes),
    remarksOf(document.notes),
    report.run.endedAt,
  );
  if ('refused' in answer) throw new UsageError(`${document.path}: ${answer.refused}`);
  await writeWhole(resolve(world.cwd, target), answer.bytes);
  if (!settings.bool('quiet'))
    world.stderr.write(
      `refvouch: ${target}: ${answer.comments} comment${answer.comments === 1 ? '' : 's'} on notes that need a hand\n`,
    );
}
