import { readFile } from 'node:fs/promises';
import { Report } from '../model/report.ts';
import { UsageError } from './exit.ts';

const most = 512 * 1024 * 1024;

/** A JSON report from disk; it is foreign, so it is checked whole. */
export async function readReport(path: string, shown: string): Promise<Report> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${shown}: cannot be read (${cause.code}); give a JSON report that refvouch wrote.`);
  });
  if (text.length > most) throw new UsageError(`${shown}: is too large for a report.`);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${shown}: is not JSON (${(cause as Error).message}).`);
  }
  const answer = Report.safeParse(raw);
  if (answer.success) return answer.data;
  const issue = answer.error.issues[0];
  throw new UsageError(
    `${shown}: is not a report of this version of refvouch (${issue?.path.map(String).join('.') || 'top'}: ${issue?.message}).`,
  );
}
