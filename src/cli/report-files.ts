import { type ExportFormat, exporters, exportItems } from '../export/index.ts';
import type { Report } from '../model/report.ts';
import { type RenderOptions, reporters } from '../report/index.ts';
import { UsageError } from './exit.ts';
import type { Invocation } from './invocation.ts';
import { chosen, type Output, putOut } from './output.ts';
import type { Settings } from './settings.ts';

const bibliographies = Object.keys(exporters) as ExportFormat[];

/** What the lint rules are, for the format that publishes its rules. */
async function lintHelp(format: string): Promise<RenderOptions['rules']> {
  if (format !== 'sarif') return undefined;
  const { rules } = await import('../lint/index.ts');
  return Object.fromEntries(rules.map(({ id, summary, why }) => [id, { summary, why }]));
}

/** The formats asked for; a terminal report where none is. */
export function wantedFormats(settings: Settings): string[] {
  const known = [...reporters.map(({ name }) => name), ...bibliographies];
  const formats = chosen(settings.list('format'), known, 'terminal');
  if (settings.text('out') === undefined && formats.length > 1)
    throw new UsageError('Several formats at once need --out DIR.');
  return formats;
}

/** Writes the report in every format asked for: `terminal` to standard output, the others to --out where it is given. */
export async function putReport(
  report: Report,
  formats: readonly string[],
  { settings, world }: Invocation,
): Promise<void> {
  const folder = settings.text('out');
  const stem = stemOf(settings.text('name'));
  const options = {
    language: settings.text('lang') as 'en' | 'zh' | 'ja',
    width: Math.max(40, Math.min(world.stdout.columns, 120)),
    colour: world.stdout.isTTY && !world.environment.NO_COLOR,
    bom: settings.bool('csvBom'),
  };
  const outputOf = (format: string): Output => {
    const reporter = reporters.find(({ name }) => name === format);
    if (reporter)
      return {
        name: `${stem}.${reporter.ending}`,
        render: async () => {
          if (reporter.parts) return (await reporter.parts())(report);
          const bibliography = format === 'html' ? await exportItems(itemsOf(report), 'biblatex') : undefined;
          const rules = await lintHelp(format);
          return (await reporter.load())(report, {
            ...(rules ? { rules } : {}),
            ...options,
            ...(bibliography === undefined ? {} : { bibliography }),
          });
        },
      };
    const to = format as ExportFormat;
    return { name: `${stem}.${exporters[to].ending}`, render: () => exportItems(itemsOf(report), to) };
  };
  const shown = formats.filter((format) => folder === undefined || format === 'terminal');
  await putOut(shown.map(outputOf), undefined, world);
  if (folder !== undefined)
    await putOut(formats.filter((format) => !shown.includes(format)).map(outputOf), folder, world);
}

const itemsOf = (report: Report) =>
  report.documents.flatMap(({ notes }) =>
    notes.flatMap(({ citations }) => citations.map(({ item }) => item)),
  );

/** The base name is the operator's; it stays a name and never becomes a way. */
function stemOf(name: string | undefined): string {
  const stem = name ?? 'report';
  if (/[\\/\u0000]|^\.{0,2}$/.test(stem)) throw new UsageError(`--name: "${stem}" is not a plain file name.`);
  return stem;
}
