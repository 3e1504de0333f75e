import { constants } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exit } from '../exit.ts';
import type { Invocation } from '../invocation.ts';
import { writeWhole } from '../write.ts';

/** The action and its workflows stand in the package as they stand in a repository. */
const shipped = fileURLToPath(new URL('../../../.github/actions/refvouch/', import.meta.url));

const configuration = `${JSON.stringify(
  {
    $schema: './node_modules/refvouch/schema/config.schema.json',
    failOn: 'error',
    lang: 'en',
    rules: {},
    waivers: [],
  },
  null,
  2,
)}\n`;

interface Planned {
  /** Below the working folder. */
  path: string;
  content: string | Uint8Array;
}

/** `refvouch init`: a configuration, the action and two workflows. What stands already is left as it is. */
export async function run({ settings, world }: Invocation): Promise<number> {
  const planned: Planned[] = [{ path: 'refvouch.config.json', content: configuration }];
  if (settings.bool('workflows')) planned.push(...(await actionFiles()));
  for (const { path, content } of planned) {
    const target = join(world.cwd, path);
    if ((await exists(target)) && !settings.bool('force')) {
      world.stdout.write(`kept     ${path} (it is there already; --force writes it anew)\n`);
      continue;
    }
    await writeWhole(target, content);
    world.stdout.write(`written  ${path}\n`);
  }
  return exit.clean;
}

const exists = (path: string): Promise<boolean> =>
  access(path, constants.F_OK).then(
    () => true,
    () => false,
  );

async function actionFiles(): Promise<Planned[]> {
  const names = await readdir(shipped, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async (entry) => {
      const full = join(entry.parentPath, entry.name);
      const folder = dirname(full).endsWith('workflows') ? '.github/workflows' : '.github/actions/refvouch';
      return { path: `${folder}/${entry.name}`, content: await readFile(full) };
    }),
  );
}
