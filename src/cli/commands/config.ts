import { exit } from '../exit.ts';
import { environmentOf, flags, keyOf } from '../flags.ts';
import type { Invocation } from '../invocation.ts';

/** `refvouch config`: every setting, what it was resolved to, and from where. */
export async function run({ settings, world, configuration }: Invocation): Promise<number> {
  const rows = flags
    .filter((flag) => !flag.callOnly)
    .map((flag) => {
      const { value, origin } = settings.values.get(keyOf(flag.name)) ?? {
        value: undefined,
        origin: 'default',
      };
      const from =
        origin === 'file'
          ? (configuration?.path ?? 'file')
          : origin === 'environment'
            ? environmentOf(flag.name)
            : origin;
      return { key: keyOf(flag.name), value: value === undefined ? null : value, from };
    });
  const tables = Object.entries(configuration?.values ?? {})
    .filter(([key]) => !rows.some((row) => row.key === key) && key !== '$schema')
    .map(([key, value]) => ({ key, value: value as object, from: configuration?.path ?? 'file' }));
  const all = [...rows, ...tables];
  if (settings.list('format').includes('json')) {
    world.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
    return exit.clean;
  }
  const width = Math.max(...all.map(({ key }) => key.length));
  world.stdout.write(`configuration file: ${configuration?.path ?? 'none'}\n`);
  for (const { key, value, from } of all)
    world.stdout.write(`${key.padEnd(width)}  ${value === null ? '—' : JSON.stringify(value)}  (${from})\n`);
  return exit.clean;
}
