import { resolve } from 'node:path';
import { diff } from '../../report/diff.ts';
import { diffReporters } from '../../report/diff-text.ts';
import { exit, UsageError } from '../exit.ts';
import { atOrAbove } from '../gate.ts';
import type { Invocation } from '../invocation.ts';
import { chosen, putOut } from '../output.ts';
import { readReport } from '../report-in.ts';

/** `refvouch diff`: what became of the citations between two JSON reports. */
export async function run({ files, settings, world }: Invocation): Promise<number> {
  const [old, now, ...more] = files;
  if (old === undefined || now === undefined || more.length)
    throw new UsageError('refvouch diff wants two JSON reports: the earlier one, then the later one.');
  const names = diffReporters.map(({ name }) => name);
  const formats = chosen(settings.list('format'), names, world.stdout.isTTY ? 'terminal' : 'markdown');
  const [earlier, later] = [
    await readReport(resolve(world.cwd, old), old),
    await readReport(resolve(world.cwd, now), now),
  ];
  const answer = diff(earlier, later);
  const options = {
    language: settings.text('lang') as 'en' | 'zh' | 'ja',
    width: Math.max(40, Math.min(world.stdout.columns, 120)),
    colour: world.stdout.isTTY && !world.environment.NO_COLOR,
  };
  const outputs = formats.map((format) => {
    const reporter = diffReporters.find(({ name }) => name === format)!;
    return { name: `diff.${reporter.ending}`, render: () => reporter.render(answer, options) };
  });
  await putOut(outputs, settings.text('out'), world);
  return atOrAbove(answer.findings, settings.text('failOn') ?? 'error') ? exit.findings : exit.clean;
}
