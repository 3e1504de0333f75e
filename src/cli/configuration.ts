import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { UsageError } from './exit.ts';
import { flags, keyOf } from './flags.ts';

export interface Configuration {
  path: string;
  values: Record<string, unknown>;
}

const places = ['package.json', 'refvouch.config.json', 'refvouch.config.yaml', 'refvouch.config.yml'];
const keys = new Set(flags.filter((flag) => !flag.callOnly).map((flag) => keyOf(flag.name)));
/** Keys that are no flags: tables of their own, checked where they are used. */
const tables = new Set(['waivers', 'rules', 'style', '$schema', 'ignore', 'archives', 'exclude']);

/** The nearest configuration, or the one named. Data only: no JavaScript is looked for or run. */
export async function loadConfiguration(
  cwd: string,
  named: string | undefined,
): Promise<Configuration | undefined> {
  if (named !== undefined) return readConfiguration(named);
  const { lilconfig } = await import('lilconfig');
  const loaders = { '.json': asJson, '.yaml': asYaml, '.yml': asYaml };
  const found = await lilconfig('refvouch', { searchPlaces: places, loaders }).search(cwd);
  if (!found || found.isEmpty) return undefined;
  return { path: found.filepath, values: checkKeys(found.filepath, found.config) };
}

async function readConfiguration(path: string): Promise<Configuration> {
  const text = await readFile(path, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(
      `${path}: cannot be read (${cause.code}); give the path of a JSON or YAML file to --config.`,
    );
  });
  const parsed = /\.ya?ml$/.test(path) ? await asYaml(path, text) : asJson(path, text);
  const isPackage = basename(path) === 'package.json';
  return {
    path,
    values: checkKeys(path, isPackage ? ((parsed as Record<string, unknown>)?.refvouch ?? {}) : parsed),
  };
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

function checkKeys(path: string, raw: unknown): Record<string, unknown> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw new UsageError(`${path}: the configuration must be a table of keys and values.`);
  const values = Object.fromEntries(Object.entries(raw));
  for (const key of Object.keys(values)) {
    if (keys.has(key) || tables.has(key)) continue;
    throw new UsageError(`${path}: "${key}" is not a key refvouch knows; \`refvouch config\` lists them.`);
  }
  return values;
}
