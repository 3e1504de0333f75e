import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ConfigurationFile } from './configuration-schema.ts';
import { UsageError } from './exit.ts';

export interface Configuration {
  path: string;
  values: ConfigurationFile & Record<string, unknown>;
}

const places = ['package.json', 'refvouch.config.json', 'refvouch.config.yaml', 'refvouch.config.yml'];

/** The nearest configuration, or the one named. Data only: no JavaScript is looked for or run. */
export async function loadConfiguration(
  cwd: string,
  named: string | undefined,
): Promise<Configuration | undefined> {
  if (named !== undefined) return readConfiguration(named);
  const { lilconfig } = await import('lilconfig');
  // Only looked for here; the file is parsed once, below, where its lines are known.
  const loaders = { '.json': asFound, '.yaml': asFound, '.yml': asFound };
  const found = await lilconfig('refvouch', { searchPlaces: places, loaders }).search(cwd);
  return found ? readConfiguration(found.filepath) : undefined;
}

/** A package.json counts where it has the key; any other file of the right name counts as it is. */
function asFound(path: string, text: string): unknown {
  if (basename(path) !== 'package.json') return text;
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

async function readConfiguration(path: string): Promise<Configuration | undefined> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path}: cannot be read (${cause.code}); give the path of a JSON or YAML file to --config.`,
    );
  });
  const isYaml = /\.ya?ml$/.test(path);
  const whole = isYaml ? await asYaml(path, text) : asJson(path, text);
  const within = basename(path) === 'package.json' ? ['refvouch'] : [];
  const raw = within.length > 0 ? (whole as Record<string, unknown> | null)?.refvouch : whole;
  if (raw === undefined || raw === null) return undefined;
  return { path, values: await checked(path, text, within, raw) };
}

function asJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new UsageError(`${path}: is not JSON (${(cause as Error).message}).`);
  }
}

async function asYaml(path: string, text: string): Promise<unknown> {
  const { parseDocument } = await import('yaml');
  const document = parseDocument(text, { schema: 'core', merge: false });
  const first = document.errors[0];
  if (first) throw new UsageError(`${path}: is not YAML (${first.message.split('\n')[0]}).`);
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (cause) {
    throw new UsageError(`${path}: is not YAML that can be used (${(cause as Error).message}).`);
  }
}

/** Checked against the schema; the first thing wrong is told with its file, line and key. */
async function checked(
  path: string,
  text: string,
  within: string[],
  raw: unknown,
): Promise<Configuration['values']> {
  const { ConfigurationFile: schema } = await import('./configuration-schema.ts');
  const answer = schema.safeParse(raw);
  if (answer.success) return answer.data as Configuration['values'];
  const issue = answer.error.issues[0];
  const keys = issue?.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue?.path;
  const way = [...within, ...(keys ?? [])].map((key) => (typeof key === 'symbol' ? String(key) : key));
  const line = await lineOf(text, way);
  const key = way.slice(within.length).join('.');
  const what =
    issue?.code === 'unrecognized_keys'
      ? `"${key}" is not a key refvouch knows; \`refvouch config\` lists them`
      : `${key === '' ? 'the configuration' : `"${key}"`} is wrong: ${issue?.message ?? 'it does not fit the schema'}`;
  throw new UsageError(`${path}:${line}: ${what}.`);
}

/** 1-based line of a key; JSON is read as the YAML it also is, because that parser keeps places. */
async function lineOf(text: string, way: readonly (string | number)[]): Promise<number> {
  const { isMap, isScalar, LineCounter, parseDocument } = await import('yaml');
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const holder = way.length > 1 ? document.getIn(way.slice(0, -1), true) : document.contents;
  const last = way.at(-1);
  const pair = isMap(holder)
    ? holder.items.find(({ key }) => isScalar(key) && String(key.value) === String(last))
    : undefined;
  const node = (pair?.key ?? (way.length > 0 ? document.getIn(way, true) : undefined)) as
    | { range?: [number, number, number] }
    | undefined;
  return node?.range ? lines.linePos(node.range[0]).line : 1;
}
