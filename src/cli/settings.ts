import { UsageError } from './exit.ts';
import { environmentOf, type Flag, flags, keyOf } from './flags.ts';

export type Value = string | number | boolean | string[] | undefined;
export type Origin = 'flag' | 'environment' | 'file' | 'default';

/** What was resolved, once, from what the user said. Units are in the names. */
export interface Settings {
  values: ReadonlyMap<string, { value: Value; origin: Origin }>;
  text(key: string): string | undefined;
  int(key: string): number;
  bool(key: string): boolean;
  list(key: string): string[];
  /** Warnings about what was left out of an untrusted configuration. */
  notices: string[];
}

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['0', 'false', 'no', 'off']);

/** Checks one value against its flag's row. `where` names the flag, variable or file key in the message. */
export function checkValue(flag: Flag, raw: unknown, where: string): Value {
  switch (flag.kind) {
    case 'bool':
      return checkBool(raw, where);
    case 'int':
      return checkInt(flag, raw, where);
    case 'list':
      return (Array.isArray(raw) ? raw : [raw])
        .flatMap((part) => String(part).split(','))
        .map((part) => part.trim())
        .filter(Boolean);
    case 'choice': {
      const value = String(raw);
      if (flag.choices?.includes(value)) return value;
      throw new UsageError(`${where}: "${value}" is not one of ${flag.choices?.join(', ')}.`);
    }
    default:
      if (typeof raw === 'string' && raw !== '') return raw;
      if (typeof raw === 'number') return String(raw);
      throw new UsageError(`${where}: a text is wanted.`);
  }
}

function checkBool(raw: unknown, where: string): boolean {
  if (typeof raw === 'boolean') return raw;
  const text = String(raw).toLowerCase();
  if (yes.has(text)) return true;
  if (no.has(text)) return false;
  throw new UsageError(`${where}: "${text}" is neither true nor false.`);
}

function checkInt(flag: Flag, raw: unknown, where: string): number {
  const value = typeof raw === 'number' ? raw : /^-?\d{1,15}$/.test(String(raw)) ? Number(raw) : Number.NaN;
  const min = flag.min ?? 0;
  const max = flag.max ?? Number.MAX_SAFE_INTEGER;
  if (Number.isInteger(value) && value >= min && value <= max) return value;
  throw new UsageError(`${where}: a whole number from ${min} to ${max} is wanted, not "${String(raw)}".`);
}

export interface Said {
  flags: Record<string, unknown>;
  environment: Record<string, string | undefined>;
  /** Checked values of the configuration file by key, and whether the checkout it lies in is trusted. */
  file: { path: string; values: Record<string, unknown> } | undefined;
  untrusted: boolean;
}

/** Flags over environment over file over defaults; what an untrusted file may not say is left out and told. */
export function resolveSettings(said: Said): Settings {
  const values = new Map<string, { value: Value; origin: Origin }>();
  const notices: string[] = [];
  for (const flag of flags) {
    const key = keyOf(flag.name);
    const variable = environmentOf(flag.name);
    const fromFile = said.file && Object.hasOwn(said.file.values, key) ? said.file.values[key] : undefined;
    const barred = fromFile !== undefined && said.untrusted && flag.operatorOnly === true;
    if (barred)
      notices.push(
        `${said.file?.path}: "${key}" is left out, because the checkout is not trusted (--untrusted).`,
      );
    if (said.flags[key] !== undefined)
      values.set(key, { value: checkValue(flag, said.flags[key], `--${flag.name}`), origin: 'flag' });
    else if (said.environment[variable])
      values.set(key, {
        value: checkValue(flag, said.environment[variable], variable),
        origin: 'environment',
      });
    else if (fromFile !== undefined && !barred)
      values.set(key, { value: checkValue(flag, fromFile, `${said.file?.path}: "${key}"`), origin: 'file' });
    else values.set(key, { value: flag.default as Value, origin: 'default' });
  }
  const get = (key: string) => values.get(key)?.value;
  return {
    values,
    notices,
    text: (key) => get(key) as string | undefined,
    int: (key) => get(key) as number,
    bool: (key) => get(key) === true,
    list: (key) => (get(key) as string[] | undefined) ?? [],
  };
}
